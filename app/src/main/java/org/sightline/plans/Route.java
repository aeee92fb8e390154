package org.sightline.plans;

/// Where an issue goes when one adult is in charge of the place (practice.md, 8).
public enum Route {
  HEAD,
  DESIGNATED_OFFICER
}
