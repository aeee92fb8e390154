package org.sightline.documents;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.OutputDeviceGraphicsDrawer;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.FontFormatException;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Draws a picture that stands on many pages once, and stamps it on the others (a form XObject of
/// PDF). Pictures with the same `data-drawing` are the same picture. One of these serves one
/// document.
final class DrawnOnce implements SVGDrawer {

  static final String NAME = "data-drawing";

  private final SVGDrawer drawer;

  /// Where each was drawn, from its own corner. The device knows a drawing again by this very
  /// object, not by what is in it.
  private final Map<String, Rectangle2D> drawn = new HashMap<>();

  DrawnOnce(SVGDrawer drawer) {
    this.drawer = drawer;
  }

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext context, double width, double height, double dots) {
    var picture = drawer.buildSVGImage(svg, box, context, width, height, dots);
    String name = svg.getAttribute(NAME);
    return name.isEmpty() ? picture : new Stamped(picture, name + " " + width + "x" + height);
  }

  /// @param name of the drawing at this size
  private final class Stamped implements SVGImage {

    private final SVGImage picture;
    private final String name;

    Stamped(SVGImage picture, String name) {
      this.picture = picture;
      this.name = name;
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      var before = drawn.get(name);
      if (before == null) {
        picture.drawSVG(watched(device, x, y), context, x, y);
      } else {
        device.drawWithGraphics(
            (float) (x + before.getX()),
            (float) (y + before.getY()),
            (float) before.getWidth(),
            (float) before.getHeight(),
            before,
            graphics -> {
              throw new IllegalStateException("This was drawn before: " + name);
            });
      }
    }

    /// The same device, which keeps what is drawn now under our name, and where.
    private OutputDevice watched(OutputDevice device, double x, double y) {
      return (OutputDevice)
          Proxy.newProxyInstance(
              OutputDevice.class.getClassLoader(),
              new Class<?>[] {OutputDevice.class},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("drawWithGraphics")) {
                  return call(device, method, arguments);
                }
                float left = (float) arguments[0];
                float top = (float) arguments[1];
                float width = (float) arguments[2];
                float height = (float) arguments[3];
                var paint = (OutputDeviceGraphicsDrawer) arguments[arguments.length - 1];
                var place = new Rectangle2D.Double(left - x, top - y, width, height);
                drawn.put(name, place);
                device.drawWithGraphics(left, top, width, height, place, paint);
                return null;
              });
    }

    @Override
    public int getIntrinsicWidth() {
      return picture.getIntrinsicWidth();
    }

    @Override
    public int getIntrinsicHeight() {
      return picture.getIntrinsicHeight();
    }

    @Override
    public boolean hasIntrinsicSize() {
      return picture.hasIntrinsicSize();
    }

    @Override
    public float getIntrinsicRatio() {
      return picture.getIntrinsicRatio();
    }
  }

  private static @Nullable Object call(
      OutputDevice device, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(device, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
    drawer.importFontFaceRules(rules, shared);
  }

  @Override
  public SVGImage buildStandaloneSVGImage(
      Element svg, String uri, double width, double height, double dots) {
    return drawer.buildStandaloneSVGImage(svg, uri, width, height, dots);
  }

  @Override
  public void withUserAgent(UserAgentCallback userAgent) {
    drawer.withUserAgent(userAgent);
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style)
      throws IOException, FontFormatException {
    drawer.addFontFile(file, family, weight, style);
  }

  @Override
  public void addFontStream(
      FSSupplier<InputStream> font, String family, Integer weight, FontStyle style)
      throws IOException, FontFormatException {
    drawer.addFontStream(font, family, weight, style);
  }

  @Override
  public void close() throws IOException {
    drawer.close();
  }
}
