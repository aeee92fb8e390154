package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.web.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Talks WebAuthn with browsers (AN-01). The device has to check its owner, and nobody is asked for
/// a name, so that no list of passkeys tells a stranger who has one.
@Component
class PasskeyDesk {

  private static final Logger log = LoggerFactory.getLogger(PasskeyDesk.class);

  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final HttpSessionPublicKeyCredentialRequestOptionsRepository asked =
      new HttpSessionPublicKeyCredentialRequestOptionsRepository();
  private final HttpSessionPublicKeyCredentialCreationOptionsRepository offered =
      new HttpSessionPublicKeyCredentialCreationOptionsRepository();
  private final PasskeyPeople people;
  private final Passkeys passkeys;
  private final Sites sites;
  private final StrangersSession strangers;
  private @Nullable WebAuthnRelyingPartyOperations made;

  PasskeyDesk(PasskeyPeople people, Passkeys passkeys, Sites sites, StrangersSession strangers) {
    this.people = people;
    this.passkeys = passkeys;
    this.sites = sites;
    this.strangers = strangers;
  }

  String requestOptions(HttpServletRequest request, HttpServletResponse response) {
    var options =
        operations()
            .createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    strangers.begin(request);
    asked.save(request, response, options);
    return json.writeValueAsString(options);
  }

  /// Who signed what this browser was asked to sign; empty when nobody we know did, or without
  /// their device checking them. What was asked is good for one answer.
  Optional<UserId> whoSigned(
      HttpServletRequest request, HttpServletResponse response, String answer) {
    var options = asked.load(request);
    asked.save(request, response, null);
    if (options == null) {
      return Optional.empty();
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> signed =
          json.readValue(answer, new TypeReference<>() {});
      var person =
          operations().authenticate(new RelyingPartyAuthenticationRequest(options, signed));
      return Optional.ofNullable(person).map(known -> PasskeyPeople.user(known.getId()));
    } catch (JacksonException
        | IllegalArgumentException
        | com.webauthn4j.util.exception.WebAuthnException refused) {
      log.debug("A passkey was refused: {}", refused.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  String creationOptions(
      HttpServletRequest request, HttpServletResponse response, Authentication someone) {
    var options =
        operations()
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(someone));
    offered.save(request, response, options);
    return json.writeValueAsString(options);
  }

  /// Keeps a new passkey.
  ///
  /// @param label what its owner calls it
  /// @return whether the device's answer holds
  boolean add(
      HttpServletRequest request, HttpServletResponse response, String answer, String label) {
    var options = offered.load(request);
    offered.save(request, response, null);
    if (options == null) {
      return false;
    }
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> created =
          json.readValue(answer, new TypeReference<>() {});
      operations()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options, new RelyingPartyPublicKey(created, label)));
      return true;
    } catch (JacksonException
        | IllegalArgumentException
        | com.webauthn4j.util.exception.WebAuthnException refused) {
      log.debug("A new passkey was refused: {}", refused.getClass().getSimpleName());
      return false;
    }
  }

  /// Made when first needed: in a test the port is not known before.
  private synchronized WebAuthnRelyingPartyOperations operations() {
    if (made == null) {
      URI url = sites.staffUrl();
      var operations =
          new Webauthn4JRelyingPartyOperations(
              people,
              passkeys,
              PublicKeyCredentialRpEntity.builder().id(url.getHost()).name("Sightline").build(),
              Set.of(url.getScheme() + "://" + url.getAuthority()));
      operations.setCustomizeCreationOptions(
          options ->
              options.authenticatorSelection(
                  AuthenticatorSelectionCriteria.builder()
                      .residentKey(ResidentKeyRequirement.REQUIRED)
                      .userVerification(UserVerificationRequirement.REQUIRED)
                      .build()));
      operations.setCustomizeRequestOptions(
          options -> options.userVerification(UserVerificationRequirement.REQUIRED));
      made = operations;
    }
    return made;
  }
}
