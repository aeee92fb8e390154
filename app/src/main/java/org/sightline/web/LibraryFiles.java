package org.sightline.web;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Of the libraries' packages only what a page loads: no manifests, examples or documents, which
/// would say more than they should (WB-09).
final class LibraryFiles extends PathResourceResolver {

  private static final Pattern LOADED = Pattern.compile(".+\\.(?:css|js|mjs|svg|png|ico|woff2?)");

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    return LOADED.matcher(path).matches() ? super.getResource(path, location) : null;
  }
}
