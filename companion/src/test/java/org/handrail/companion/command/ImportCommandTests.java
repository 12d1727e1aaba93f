package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.Night;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ImportCommandTests {

    private static final DateTimeFormatter APPLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z").withZone(ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private record Said(int code, String out, String err) {}

    @AfterAll
    static void logAsOtherTestsDo() {
        List.of("logging.config", "handrail.log").forEach(System::clearProperty);
    }

    @Test
    void withoutAPathAPersonOrAHouseNothingBegins() throws IOException {
        var export = Files.createDirectory(directory.resolve("export"));

        assertThat(run("import", export.toString()).err())
                .startsWith("handrail: Missing required option: '--person=USERNAME'");
        assertThat(run("import", "no-such-folder", "--person", "maya"))
                .isEqualTo(new Said(
                        2, "", "handrail: no-such-folder: expected a folder or a file, and nothing is there."));
        assertThat(run("import", export.toString(), "--person", "maya", "--data", directory.toString()))
                .isEqualTo(new Said(2, "", "handrail: There is no house in " + directory + "; say --data DIR."));
    }

    @Test
    void anExportOfTheLastNightsIsTakenInOnceAndItsNightsAreKnown() throws IOException {
        var data = directory.resolve("house");
        var export = directory.resolve("export.xml");
        Person maya;
        try (var house = House.open(HouseSettings.onFreePorts(data))) {
            maya = maya(house);
            Files.writeString(export, appleExport(house.room(Clock.class).instant()));
            assertThat(run("import", export.toString(), "--person", "maya", "--data", data.toString()))
                    .satisfies(inUse -> {
                        assertThat(inUse.code()).isEqualTo(2);
                        assertThat(inUse.err())
                                .contains("is in use by another running process.")
                                .endsWith("An import needs the house for itself: end it, import, and open it again.");
                    });
        }

        var unknown = run("import", export.toString(), "--person", "nobody", "--data", data.toString());
        var noExport = run("import", data.toString(), "--person", "maya", "--data", data.toString());
        var dry = run("import", export.toString(), "--person", "maya", "--data", data.toString(), "--dry-run");
        var taken = run("import", export.toString(), "--person", "maya", "--data", data.toString());
        var again = run("import", export.toString(), "--person", "maya", "--data", data.toString());

        assertThat(unknown).isEqualTo(new Said(2, "", "handrail: Nobody signs in as 'nobody' in this house."));
        assertThat(noExport.code()).isEqualTo(2);
        assertThat(noExport.err()).startsWith("handrail: " + data).contains("expected an Empatica E4 export");
        assertThat(dry.code()).isZero();
        assertThat(dry.out())
                .contains(
                        "Read as   Apple Health export", "Assumed", "frames would be taken in", "Nothing was changed.");
        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(taken.out()).contains("frames are new, 0 were known already, 0 were refused", "and 2 nights");
        assertThat(again.out()).contains("0 frames are new");
        try (var house = House.open(HouseSettings.onFreePorts(data))) {
            var today = LocalDate.ofInstant(house.room(Clock.class).instant(), maya.zone());
            assertThat(house.room(AnalysisRecord.class).nightsOf(maya.asMentee(), today.minusDays(4), today))
                    .hasSize(2)
                    .extracting(Night::source)
                    .containsOnly(Night.Source.DEVICE);
        }
    }

    private static Person maya(House house) {
        var maya = new Person(
                UUID.randomUUID(), Role.MENTEE, "Maya", "maya", ZoneId.of("Europe/Vienna"), Optional.empty());
        house.room(People.class).add(maya, "a word for tests");
        house.room(Consents.class).give(maya.asMentee(), Optional.empty(), Scope.COLLECTION, "for a test");
        return maya;
    }

    /** Two nights of seven hours, and a heart rate in every minute from before the first until an hour and a half ago. */
    private static String appleExport(Instant now) {
        var end = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofMinutes(90));
        var records = new StringBuilder();
        for (var at = end.minus(Duration.ofHours(50)); at.isBefore(end); at = at.plusSeconds(60)) {
            record(records, "HKQuantityTypeIdentifierHeartRate", "unit=\"count/min\"", at, at, "61");
        }
        for (var rising : List.of(end.minus(Duration.ofHours(30)), end.minus(Duration.ofHours(6)))) {
            record(
                    records,
                    "HKCategoryTypeIdentifierSleepAnalysis",
                    "",
                    rising.minus(Duration.ofHours(7)),
                    rising,
                    "HKCategoryValueSleepAnalysisAsleepCore");
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en\">\n" + records + "</HealthData>\n";
    }

    private static void record(
            StringBuilder records, String type, String more, Instant start, Instant end, String value) {
        records.append(" <Record type=\"%s\" sourceName=\"A watch\" %s startDate=\"%s\" endDate=\"%s\" value=\"%s\"/>%n"
                .formatted(type, more, APPLE.format(start), APPLE.format(end), value));
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Terminal.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(code, out.toString().strip(), err.toString().strip());
    }
}
