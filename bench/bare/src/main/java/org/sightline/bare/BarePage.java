package org.sightline.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The least a Spring Boot page can be: what `start-up` measures Sightline beside.
@SpringBootApplication
@RestController
public class BarePage {

  public static void main(String[] arguments) {
    SpringApplication.run(BarePage.class, arguments);
  }

  @GetMapping("/")
  String page() {
    return "<!doctype html><title>Bare</title><h1>Bare</h1>";
  }
}
