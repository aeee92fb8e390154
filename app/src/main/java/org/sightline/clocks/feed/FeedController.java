package org.sightline.clocks.feed;

import org.sightline.clocks.Feeds;
import org.sightline.kernel.NotThere;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class FeedController {

  private final Feeds feeds;

  FeedController(Feeds feeds) {
    this.feeds = feeds;
  }

  @GetMapping("/clocks/feed/{address}")
  ResponseEntity<String> calendar(@PathVariable String address) {
    var calendar = feeds.calendar(address.replaceFirst("\\.ics$", "")).orElseThrow(NotThere::new);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .body(calendar);
  }
}
