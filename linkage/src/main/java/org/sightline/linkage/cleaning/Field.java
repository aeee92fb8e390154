package org.sightline.linkage.cleaning;

import java.util.List;
import java.util.Locale;

/// What a column tells about a person, and the headings by which lists name it.
public enum Field {
  FORENAME(
      "forename",
      "forename",
      "forenames",
      "first name",
      "first names",
      "firstname",
      "given name",
      "given names",
      "givenname",
      "legal forename",
      "chosen name",
      "preferred forename",
      "christian name",
      "fname"),
  SURNAME(
      "surname",
      "surname",
      "last name",
      "lastname",
      "family name",
      "familyname",
      "legal surname",
      "preferred surname",
      "second name",
      "lname"),
  FULL_NAME(
      "name",
      "name",
      "full name",
      "fullname",
      "pupil name",
      "student name",
      "child name",
      "young person",
      "person name",
      "name of child",
      "subject name"),
  BIRTH_DATE(
      "date of birth",
      "dob",
      "date of birth",
      "birth date",
      "birthdate",
      "dateofbirth",
      "d o b",
      "born",
      "birthday"),
  POSTCODE(
      "postcode",
      "postcode",
      "post code",
      "postal code",
      "zip",
      "zip code",
      "home postcode",
      "address postcode"),
  SCHOOL(
      "school",
      "school",
      "school name",
      "establishment",
      "establishment name",
      "setting",
      "education setting",
      "provision",
      "current school"),
  SEX("sex", "sex", "gender"),
  EMAIL("email", "email", "e mail", "email address", "mail"),
  PHONE(
      "telephone",
      "phone",
      "telephone",
      "mobile",
      "phone number",
      "telephone number",
      "mobile number",
      "tel",
      "contact number"),
  TOWN("town", "town", "city", "suburb", "locality", "post town", "village"),
  ADDRESS(
      "address",
      "address",
      "address 1",
      "address1",
      "address line 1",
      "street",
      "street name",
      "home address",
      "addr1"),
  ADDRESS_2("second address line", "address 2", "address2", "address line 2", "addr2"),
  HOUSE_NUMBER("house number", "street number", "house number", "house no"),
  AREA("area", "state", "county", "region", "borough", "ward", "local authority", "la"),
  NUMBER(
      "reference number",
      "soc sec id",
      "social security number",
      "ssn",
      "national insurance number",
      "ni number",
      "nino",
      "passport number",
      "person number",
      "pnc",
      "case number"),
  UPN("UPN", "upn", "unique pupil number", "pupil number"),
  NHS_NUMBER("NHS number", "nhs number", "nhs", "nhs no", "nhsnumber", "nhs id");

  private final String label;
  private final List<String> headings;

  Field(String label, String... headings) {
    this.label = label;
    this.headings = List.of(headings);
  }

  /// As it stands in sentences.
  public String label() {
    return label;
  }

  /// As it stands in models, in the manner of Splink's columns.
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The fields that are compared of it: a whole name is taken apart.
  public List<Field> parts() {
    return this == FULL_NAME ? List.of(FORENAME, SURNAME) : List.of(this);
  }

  public List<String> headings() {
    return headings;
  }
}
