// Draws zones on a floor with OpenLayers. The table and its forms do all of this without it.
const ol = await new Promise((resolve) => {
  if (window.ol) resolve(window.ol);
  else addEventListener('DOMContentLoaded', () => resolve(window.ol));
});

const plan = document.querySelector('[data-plan]');
const width = Number(plan.dataset.width);
const height = Number(plan.dataset.height);
const status = plan.querySelector('[data-status]');
const add = plan.querySelector('[data-add]');
const outlines = plan.querySelector('[data-outlines]');

plan.querySelector('[data-still]').hidden = true;
plan.querySelector('.plan__tools').hidden = false;
const target = plan.querySelector('[data-map]');
target.hidden = false;

// --- the floor, in dots from its lower left corner ---------------------------------------------------

const extent = [0, 0, width, height];
const projection = new ol.proj.Projection({ code: 'floor', units: 'pixels', extent });
const toMap = ([x, y]) => [x * width, (1 - y) * height];
// A finger that slips a little over the edge means the edge.
const SLIP = 0.03;
const inside = (f) => (f < 0 && f > -SLIP ? 0 : f > 1 && f < 1 + SLIP ? 1 : f);
const toFraction = ([x, y]) => [x / width, 1 - y / height].map((f) => Math.round(inside(f) * 10000) / 10000);

const ink = '#0b0c0c';
const teal = '#0f4c5c';
const style = (feature) => new ol.style.Style({
  fill: new ol.style.Fill({ color: feature.get('fresh') ? 'rgba(255, 221, 0, 0.35)' : 'rgba(15, 76, 92, 0.12)' }),
  stroke: new ol.style.Stroke({ color: feature.get('moved') ? ink : teal, width: feature.get('moved') ? 4 : 2.5, lineDash: feature.get('fresh') ? [8, 6] : undefined }),
  text: new ol.style.Text({ text: feature.get('name') ?? '', font: '700 14px sans-serif', fill: new ol.style.Fill({ color: ink }), stroke: new ol.style.Stroke({ color: '#fff', width: 4 }), overflow: true }),
});

const zones = new ol.source.Vector({ wrapX: false });
for (const item of plan.querySelectorAll('[data-zone]')) {
  const ring = JSON.parse(item.dataset.outline).map(toMap);
  const feature = new ol.Feature({ geometry: new ol.geom.Polygon([[...ring, ring[0]]]), name: item.dataset.name });
  feature.setId(item.dataset.zone);
  zones.addFeature(feature);
}

const edge = new ol.layer.Vector({
  source: new ol.source.Vector({ features: [new ol.Feature(ol.geom.Polygon.fromExtent(extent))] }),
  style: new ol.style.Style({ stroke: new ol.style.Stroke({ color: '#505a5f', width: 1.5, lineDash: [2, 5] }) }),
});
const layers = [edge, new ol.layer.Vector({ source: zones, style })];
if (plan.dataset.picture) {
  layers.unshift(new ol.layer.Image({ source: new ol.source.ImageStatic({ url: plan.dataset.picture, projection, imageExtent: extent }) }));
}
const map = new ol.Map({
  target,
  layers,
  view: new ol.View({ projection, extent: [-width * 0.2, -height * 0.2, width * 1.2, height * 1.2], showFullExtent: true, maxZoom: 6 }),
});
map.getView().fit(extent, { padding: [16, 16, 16, 16] });

// --- undo and redo: each step knows how to be done and undone ----------------------------------------

const done = [];
const undone = [];
const undoButton = plan.querySelector('[data-undo]');
const redoButton = plan.querySelector('[data-redo]');

function did(step) {
  done.push(step);
  undone.length = 0;
  refresh();
}

function refresh() {
  undoButton.disabled = done.length === 0;
  redoButton.disabled = undone.length === 0;
  const moved = zones.getFeatures().filter((feature) => feature.get('moved'));
  outlines.hidden = moved.length === 0;
  outlines.querySelectorAll('[data-moved]').forEach((field) => field.remove());
  for (const feature of moved) outlines.append(hidden(`zone-${feature.getId()}`, corners(feature)));
  const fresh = zones.getFeatures().find((feature) => feature.get('fresh'));
  add.elements.corners.value = fresh ? corners(fresh) : add.elements.corners.value.startsWith('[') ? '' : add.elements.corners.value;
  status.textContent = fresh ? plan.dataset.drawn : moved.length > 0 ? plan.dataset.moved.replace('{0}', moved.length) : '';
}

function hidden(name, value) {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  field.dataset.moved = '';
  return field;
}

function corners(feature) {
  return JSON.stringify(feature.getGeometry().getCoordinates()[0].slice(0, -1).map(toFraction));
}

undoButton.addEventListener('click', () => { const step = done.pop(); step.undo(); undone.push(step); refresh(); });
redoButton.addEventListener('click', () => { const step = undone.pop(); step.redo(); done.push(step); refresh(); });

// What was drawn and refused is drawn again, so that its corners can be moved.
if (add.elements.corners.value.startsWith('[')) {
  try {
    const ring = JSON.parse(add.elements.corners.value).map(toMap);
    zones.addFeature(new ol.Feature({ geometry: new ol.geom.Polygon([[...ring, ring[0]]]), fresh: true }));
    refresh();
  } catch {
    // Corners somebody typed, and not as we write them: the sentence beside the field says so.
  }
}

// --- tools --------------------------------------------------------------------------------------------

let tool = null;
const snap = new ol.interaction.Snap({ source: zones });

function drawn(event) {
  const feature = event.feature;
  zones.getFeatures().filter((other) => other.get('fresh')).forEach((other) => zones.removeFeature(other));
  feature.set('fresh', true);
  did({ undo: () => zones.removeFeature(feature), redo: () => zones.addFeature(feature) });
  // OpenLayers adds the feature to its source after this event.
  setTimeout(() => { refresh(); add.elements.name.focus(); });
}

function makeTool(name) {
  if (name === 'modify') {
    const modify = new ol.interaction.Modify({ source: zones, pixelTolerance: 14 });
    let before = new Map();
    modify.on('modifystart', (event) => { before = new Map(event.features.getArray().map((f) => [f, f.getGeometry().clone()])); });
    modify.on('modifyend', (event) => {
      const changed = event.features.getArray().filter((f) => before.has(f) && corners(f) !== JSON.stringify(before.get(f).getCoordinates()[0].slice(0, -1).map(toFraction)));
      const steps = changed.map((feature) => ({ feature, from: before.get(feature), to: feature.getGeometry().clone(), was: feature.get('moved') === true }));
      if (steps.length === 0) return;
      const apply = (which, moved) => steps.forEach((step) => { step.feature.setGeometry(step[which].clone()); if (!step.feature.get('fresh')) step.feature.set('moved', moved(step)); });
      steps.forEach(({ feature }) => { if (!feature.get('fresh')) feature.set('moved', true); });
      did({ undo: () => apply('from', (step) => step.was), redo: () => apply('to', () => true) });
    });
    return modify;
  }
  const draw = name === 'box'
    ? new ol.interaction.Draw({ source: zones, type: 'Circle', geometryFunction: ol.interaction.Draw.createBox(), dragVertexDelay: NEVER })
    : new ol.interaction.Draw({ source: zones, type: 'Polygon', snapTolerance: 14 });
  draw.on('drawend', drawn);
  return draw;
}

// A box can be pulled open as well as touched at two corners. The plan then does not move under the finger.
const NEVER = 2_000_000_000;
const pull = new ol.interaction.DragBox({ className: 'plan__pulled' });
pull.stopDown = () => false;
pull.on('boxend', () => {
  tool.abortDrawing();
  const feature = new ol.Feature({ geometry: pull.getGeometry() });
  zones.addFeature(feature);
  drawn({ feature });
});

function pulling(on) {
  map.removeInteraction(pull);
  if (on) map.addInteraction(pull);
  map.getInteractions().forEach((one) => { if (one instanceof ol.interaction.DragPan) one.setActive(!on); });
}

const buttons = plan.querySelectorAll('[data-tool]');
buttons.forEach((button) => button.addEventListener('click', () => {
  const wasOn = button.getAttribute('aria-pressed') === 'true';
  if (tool) { map.removeInteraction(tool); map.removeInteraction(snap); tool = null; }
  buttons.forEach((other) => other.setAttribute('aria-pressed', 'false'));
  pulling(false);
  if (wasOn) return;
  button.setAttribute('aria-pressed', 'true');
  tool = makeTool(button.dataset.tool);
  map.addInteraction(tool);
  map.addInteraction(snap);
  pulling(button.dataset.tool === 'box');
  if (button.dataset.tool === 'polygon') status.textContent = plan.dataset.unsaved;
  if (button.dataset.tool === 'box') status.textContent = plan.dataset.box;
}));

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && tool instanceof ol.interaction.Draw) tool.abortDrawing();
});
let sending = false;
plan.addEventListener('submit', () => { sending = true; });
addEventListener('beforeunload', (event) => {
  if (!sending && zones.getFeatures().some((feature) => feature.get('fresh') || feature.get('moved'))) event.preventDefault();
});
addEventListener('beforeprint', () => { plan.querySelector('[data-still]').hidden = false; });
addEventListener('afterprint', () => { plan.querySelector('[data-still]').hidden = true; });
