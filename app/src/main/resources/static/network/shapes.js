// What the shape of the map shows: in the picture, and in two sentences, what it means and what it does not.
export function shapes(select, cy, drawHulls, ask, say) {
  select.addEventListener('change', async () => {
    cy.nodes().removeClass('meant');
    drawHulls.around([]);
    say('');
    if (!select.value) return;
    try {
      const said = await ask(select.value);
      for (const id of said.sets.flat()) cy.getElementById(id).addClass('meant');
      if (select.value === 'groups' || select.value === 'places') drawHulls.around(said.sets);
      say(`${said.sentence} ${said.caution}`);
    } catch (gone) {
      say(null);
    }
  });
}
