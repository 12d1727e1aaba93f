package org.handrail.analytics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reference values made by other people's implementations and by science/canon.py. The invented vectors lie beside the tests;
 * those with other people's recordings stay in science/golden, and a test that wants one is skipped where that folder is
 * absent.
 */
public final class Golden {

    /** The tolerance of science/golden/README.md for everything canonical. */
    public static final double TOLERANCE = 1e-9;

    private static final Path RECORDINGS =
            Path.of(System.getProperty("handrail.golden", "../../shared/science/golden"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Golden() {}

    /** An invented vector, by file name. */
    public static JsonNode invented(String name) {
        return JSON.readTree(text(name));
    }

    /** The rows of an invented table, by column. */
    public static List<Map<String, String>> inventedTable(String name) {
        return table(text(name));
    }

    /** A vector with a real recording; the test is skipped where it is absent. */
    public static JsonNode recorded(String name) {
        return JSON.readTree(recordedText(name));
    }

    /** The rows of a table with a real recording, by column. */
    public static List<Map<String, String>> recordedTable(String name) {
        return table(recordedText(name));
    }

    public static double[] doubles(JsonNode list) {
        var values = new double[list.size()];
        Arrays.setAll(
                values, i -> list.get(i).isNull() ? Double.NaN : list.get(i).asDouble());
        return values;
    }

    public static int[] ints(JsonNode list) {
        var values = new int[list.size()];
        Arrays.setAll(values, i -> Math.toIntExact(Math.round(list.get(i).asDouble())));
        return values;
    }

    /** Fails where the value is not the expected one within {@link #TOLERANCE}, relative. */
    public static void assertClose(String what, double actual, double expected) {
        assertClose(what, actual, expected, TOLERANCE);
    }

    public static void assertClose(String what, double actual, double expected, double relative) {
        boolean isClose = Double.isNaN(expected)
                ? Double.isNaN(actual)
                : Math.abs(actual - expected) <= relative * Math.abs(expected);
        assertThat(isClose).as("%s is %s, should be %s", what, actual, expected).isTrue();
    }

    private static String text(String name) {
        try (var in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name)) {
            return new String(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recordedText(String name) {
        Path file = RECORDINGS.resolve(name);
        assumeTrue(Files.exists(file), "science/golden/" + name + " is not here; this reference is not checked");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> table(String text) {
        var lines = text.lines().toList();
        var columns = lines.get(0).split(",");
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
