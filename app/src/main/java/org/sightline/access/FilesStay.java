package org.sightline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// A file to be saved is not answered to somebody who has something open in an emergency, whatever
/// its address (AC-09).
@ControllerAdvice
class FilesStay implements ResponseBodyAdvice<Object> {

  private final Emergencies emergencies;

  FilesStay(Emergencies emergencies) {
    this.emergencies = emergencies;
  }

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    String how = response.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
    if (how != null
        && how.startsWith("attachment")
        && request instanceof ServletServerHttpRequest http) {
      Present.at(http.getServletRequest()).ifPresent(emergencies::requireNone);
    }
    return body;
  }
}
