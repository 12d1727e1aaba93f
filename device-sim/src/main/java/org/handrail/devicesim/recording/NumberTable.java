package org.handrail.devicesim.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CSV file as its rows of cells, each row with its line number for whoever must mend it. No quoting: none of these
 * studies uses it.
 */
final class NumberTable {

    /** One line. */
    record Row(Path file, int line, List<String> cells) {

        /** The number in that column; an empty cell or "nan" is NaN. */
        double number(int column, String meaning) {
            String cell = column < cells.size() ? cells.get(column) : "";
            if (cell.isEmpty() && column < cells.size() || cell.equalsIgnoreCase("nan")) {
                return Double.NaN;
            }
            try {
                return Double.parseDouble(cell);
            } catch (NumberFormatException notANumber) {
                throw RecordingFault.at(
                        file,
                        line,
                        "expected " + meaning + " as a number in column " + (column + 1) + ", found \"" + cell + "\"");
            }
        }

        /** As {@link #number}, where nothing may be missing. */
        double required(int column, String meaning) {
            double number = number(column, meaning);
            if (!Double.isFinite(number)) {
                throw RecordingFault.at(
                        file, line, "expected " + meaning + " in column " + (column + 1) + ", found nothing");
            }
            return number;
        }

        String text(int column, String meaning) {
            if (column >= cells.size()) {
                throw RecordingFault.at(
                        file,
                        line,
                        "expected " + meaning + " in column " + (column + 1) + ", found " + cells.size() + " columns");
            }
            return cells.get(column);
        }
    }

    private NumberTable() {}

    /** All lines that hold anything. */
    static List<Row> read(Path file) {
        var rows = new ArrayList<Row>();
        forEach(file, rows::add);
        return rows;
    }

    /** Each line that holds anything, one after another. */
    private static void forEach(Path file, Consumer<Row> taken) {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taken.accept(new Row(file, number, cells(line)));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new RecordingFault(file + ": expected a readable text file", unreadable);
        }
    }

    /** All lines below the header, which must hold these columns in this order; more may follow. */
    static List<Row> below(Path file, String... header) {
        var rows = new ArrayList<Row>();
        forEachBelow(file, rows::add, header);
        return rows;
    }

    /** As {@link #below}, for a table of which only a few rows are to be kept. */
    static void forEachBelow(Path file, Consumer<Row> taken, String... header) {
        var seen = new Object() {
            boolean header;
        };
        forEach(file, row -> {
            if (seen.header) {
                taken.accept(row);
            } else if (startsWith(row.cells(), header)) {
                seen.header = true;
            } else {
                throw noHeader(file, header);
            }
        });
        if (!seen.header) {
            throw noHeader(file, header);
        }
    }

    private static RecordingFault noHeader(Path file, String... header) {
        return RecordingFault.at(file, 1, "expected the header " + String.join(",", header));
    }

    private static boolean startsWith(List<String> cells, String... header) {
        return cells.size() >= header.length && cells.subList(0, header.length).equals(List.of(header));
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>(4);
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            cells.add(line.substring(from, comma).strip());
            from = comma + 1;
        }
        cells.add(line.substring(from).strip());
        return cells;
    }
}
