package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses a form in which something stands that is no letter: the database cannot keep a NUL, and
/// no document can print what Unicode leaves unassigned for ever. No keyboard makes these.
/// Controls that come with pasted text are taken as they are.
@Component
class LettersOnly implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    for (var field : request.getParameterMap().entrySet()) {
      if (!isReadable(field.getKey())) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
      }
      for (String value : field.getValue()) {
        if (!isReadable(value)) {
          throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
      }
    }
    return true;
  }

  private static boolean isReadable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c & 0xFFFE) == 0xFFFE || isHalf(c));
  }

  /// Half of a pair: `codePoints` leaves one that stands alone as it is.
  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
