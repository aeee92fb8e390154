package org.sightline.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.yaml.snakeyaml.Yaml;

/// The invented people of `samples/people/cast.yaml`: the same in demonstration, tests, screenshots
/// and documents.
///
/// @param school where all but the outsiders and the team work
/// @param team of the council, whose work is about people
/// @param studentFacilitator first name of a trained student who leads beside staff
public record Cast(
    String school,
    String team,
    String studentFacilitator,
    List<Member> staff,
    List<Student> students) {

  public Cast {
    staff = List.copyOf(staff);
    students = List.copyOf(students);
  }

  /// @param role what they do at their school
  public record Member(
      String name, Role role, String school, String username, String password, String title) {

    /// Always the same, so that examples keep their ids.
    public UserId id() {
      return new UserId(
          UUID.nameUUIDFromBytes(("staff:" + username).getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// @param age in years
  public record Student(String name, int age, int yearGroup) {}

  public static Cast read() {
    try (InputStream in = Cast.class.getResourceAsStream("/samples/people/cast.yaml")) {
      Map<String, Object> file = new Yaml().load(in);
      return new Cast(
          text(file, "school"),
          text(file, "team"),
          text(file, "studentFacilitator"),
          rows(file, "staff").stream().map(Cast::member).toList(),
          rows(file, "students").stream().map(Cast::student).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The first who holds this role at the school or in the team.
  public Member the(Role role) {
    return all(role).getFirst();
  }

  public List<Member> all(Role role) {
    return staff.stream().filter(m -> m.role() == role && isOurs(m)).toList();
  }

  /// Somebody from another school, to whom nothing here is open.
  public Member outsider() {
    return staff.stream().filter(m -> !isOurs(m)).findFirst().orElseThrow();
  }

  private boolean isOurs(Member member) {
    return member.school().equals(school) || member.school().equals(team);
  }

  private static Member member(Map<String, Object> row) {
    return new Member(
        text(row, "name"),
        Role.valueOf(text(row, "role")),
        text(row, "school"),
        text(row, "username"),
        text(row, "password"),
        text(row, "title"));
  }

  private static Student student(Map<String, Object> row) {
    return new Student(
        text(row, "name"),
        Integer.parseInt(text(row, "age")),
        Integer.parseInt(text(row, "yearGroup")));
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the file is ours and a test reads it
  private static List<Map<String, Object>> rows(Map<String, Object> file, String key) {
    return (List<Map<String, Object>>) file.get(key);
  }

  private static String text(Map<String, Object> row, String key) {
    return String.valueOf(row.get(key));
  }
}
