package org.handrail.devicesim.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of values, as somebody would write them by hand: 23:15, 1 h 20 min, 23:15 to 06:45, 2025-10-24 20:00. */
final class Forms {

    private static final Pattern CLOCK = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,3}) h)? ?(?:(\\d{1,4}) min)? ?(?:(\\d{1,5}) s)?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?) ?%");
    private static final Pattern TO = Pattern.compile("(\\S+) to (\\S+)");
    private static final Pattern FOR = Pattern.compile("(\\S+) for (.+)");
    private static final Duration DAY = Duration.ofDays(1);

    static final Form<String> TEXT =
            new Form<>("some words", text -> Optional.of(text).filter(words -> !words.isEmpty()));
    static final Form<LocalTime> TIME = new Form<>("a time such as 20:30", Forms::time);
    static final Form<LocalDate> DATE = new Form<>("a date such as 2025-10-24", parsed(LocalDate::parse));
    static final Form<LocalDateTime> DATE_AND_TIME =
            new Form<>("a date and a time such as 2025-10-24 20:00", Forms::dateAndTime);
    static final Form<ClockSpan> SPAN = new Form<>(
            "two times such as 09:00 to 17:30, or a time and a length such as 18:00 for 45 min", Forms::span);
    static final Form<ZoneId> ZONE = new Form<>("a time zone such as Europe/Vienna", parsed(ZoneId::of));
    static final Form<Long> SEED = new Form<>("a whole number", parsed(Long::parseLong));

    private Forms() {}

    static Form<Integer> wholeNumber(int least, int most) {
        return new Form<>(
                "a whole number from " + least + " to " + most,
                parsed(Integer::parseInt).andThen(read -> read.filter(number -> number >= least && number <= most)));
    }

    static Form<Double> number(double least, double most) {
        return new Form<>(
                "a number from " + least + " to " + most,
                parsed(Double::parseDouble).andThen(read -> read.filter(number -> number >= least && number <= most)));
    }

    /** A share of something, as percent: 20 %. */
    static Form<Double> percent(double least, double most) {
        return new Form<>(
                "a share such as 20 %, from " + plain(least) + " % to " + plain(most) + " %",
                text -> Optional.of(PERCENT.matcher(text))
                        .filter(Matcher::matches)
                        .map(matcher -> Double.parseDouble(matcher.group(1)))
                        .filter(number -> number >= least && number <= most));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf(Math.round(number)) : String.valueOf(number);
    }

    /** A length of time within these bounds, given as the words that the writer is to read. */
    static Form<Duration> length(String least, String most) {
        var from = length(least).orElseThrow();
        var to = length(most).orElseThrow();
        return new Form<>(
                "a length such as 1 h 20 min, from " + least + " to " + most,
                text -> length(text).filter(length -> length.compareTo(from) >= 0 && length.compareTo(to) <= 0));
    }

    static <T> Form<T> oneOf(Map<String, T> named) {
        return new Form<>("one of " + String.join(", ", named.keySet()), text -> Optional.ofNullable(named.get(text)));
    }

    static Optional<Duration> length(String text) {
        var matcher = LENGTH.matcher(text);
        if (text.isBlank() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(part(matcher.group(1)))
                .plusMinutes(part(matcher.group(2)))
                .plusSeconds(part(matcher.group(3))));
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Optional<LocalTime> time(String text) {
        return CLOCK.matcher(text).matches() ? parsed(LocalTime::parse).apply(text) : Optional.empty();
    }

    private static Optional<LocalDateTime> dateAndTime(String text) {
        int gap = text.indexOf(' ');
        return gap < 0
                ? Optional.empty()
                : DATE.read(text.substring(0, gap))
                        .flatMap(date -> time(text.substring(gap + 1).strip()).map(date::atTime));
    }

    private static Optional<ClockSpan> span(String text) {
        var to = TO.matcher(text);
        if (to.matches()) {
            return time(to.group(1))
                    .flatMap(from -> time(to.group(2)).map(until -> new ClockSpan(from, until)))
                    .filter(span -> !span.from().equals(span.to()));
        }
        var lasting = FOR.matcher(text);
        return lasting.matches()
                ? time(lasting.group(1))
                        .flatMap(from -> length(lasting.group(2))
                                .filter(length -> !length.isZero() && length.compareTo(DAY) < 0)
                                .map(length -> new ClockSpan(from, from.plus(length))))
                : Optional.empty();
    }

    private static <T> Function<String, Optional<T>> parsed(Function<String, T> parser) {
        return text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (DateTimeException | NumberFormatException notOne) {
                return Optional.empty();
            }
        };
    }
}
