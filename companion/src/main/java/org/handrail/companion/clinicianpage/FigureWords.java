package org.handrail.companion.clinicianpage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as the page writes them. */
final class FigureWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    FigureWords() {}

    public String day(LocalDate date) {
        return date.format(DAY);
    }

    public String percent(Figure figure) {
        return figure.isKnown() ? percent(figure.value()) : "too little known";
    }

    public String rate(Figure figure) {
        return figure.isKnown() ? "%.0f /min".formatted(figure.value()) : "too little known";
    }

    public String skin(Figure figure) {
        return figure.isKnown() ? String.format(Locale.ROOT, "%.2f µS", figure.value()) : "too little known";
    }

    public String slept(Figure hours) {
        return hours.isKnown() ? hours(Math.round(hours.value() * 60)) : "too little known";
    }

    public String milliseconds(Figure figure) {
        return figure.isKnown() ? "%.0f ms".formatted(figure.value()) : "too little known";
    }

    /** What a figure rests on: "of 7 h 40 min, 32 %". */
    public String basis(Figure figure) {
        return "of " + hours(figure.minutes()) + ", " + percent(figure.coverage());
    }

    /** What a figure of a night rests on. */
    public String ofNight(Figure figure) {
        return figure.expected() == 0 ? "" : percent(figure.coverage()) + " of it known";
    }

    public String hours(long minutes) {
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** For the chart: empty is a gap. */
    public String number(Figure figure) {
        return figure.isKnown() ? String.format(Locale.ROOT, "%.4f", figure.value()) : "";
    }

    private static String percent(double share) {
        return share > 0 && share < 0.01 ? "under 1 %" : Math.round(share * 100) + " %";
    }
}
