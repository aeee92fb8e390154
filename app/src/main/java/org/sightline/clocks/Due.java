package org.sightline.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/// When something is due: on a day, or at a moment where hours matter.
public sealed interface Due {

  /// Due by the end of a day in London; the whole of that day is still in time.
  record OnDay(LocalDate last) implements Due {

    @Override
    public LocalDate lastDay() {
      return last;
    }

    @Override
    public Instant endsAt() {
      return last.plusDays(1).atStartOfDay(Days.LONDON).toInstant();
    }

    @Override
    public String words() {
      return Days.inWords(last);
    }
  }

  /// Due at a moment.
  record AtTime(ZonedDateTime moment) implements Due {

    public AtTime {
      moment = moment.withZoneSameInstant(Days.LONDON);
    }

    @Override
    public LocalDate lastDay() {
      return moment.toLocalDate();
    }

    @Override
    public Instant endsAt() {
      return moment.toInstant();
    }

    @Override
    public String words() {
      return Days.inWords(moment);
    }
  }

  /// The day in London on which it is due.
  LocalDate lastDay();

  /// The first instant at which it is late.
  Instant endsAt();

  /// For people: "Wednesday 31 March 2027".
  String words();
}
