package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.Detection;
import org.handrail.analytics.RiskWindow;
import org.handrail.companion.InventedPast;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.past.PastImport;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.ingest.Pairings;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One house with a hard hour in it; most tests ask its database while it is open. */
@Timeout(180)
class ExplainCommandTests {

    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @TempDir
    private static Path directory;

    private static House house;
    private static RiskWindow window;

    private record Said(int code, String out, String err) {}

    @BeforeAll
    static void aHardHourIsStored() throws InterruptedException {
        house = House.open(HouseSettings.onFreePorts(directory));
        window = aHardHour();
    }

    @AfterAll
    static void close() {
        house.close();
        List.of("logging.config", "handrail.log").forEach(System::clearProperty);
    }

    @Test
    void aStoredWindowIsWhatItsFramesGiveBitForBit() throws Exception {
        var json = directory.resolve("explained.json");
        var said = explain(window, "--json", json.toString());

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("Risk window " + window.id() + ", decided by method " + Detection.METHOD)
                .contains(window.why().sentence())
                .contains("heart rate")
                .containsPattern("\\d+ /min, usual \\d+ at this hour")
                .contains("on the mentee may be asked")
                .contains("Stored and recomputed are the same, bit for bit: the window and ")
                .doesNotContain("Maya")
                .doesNotContain("DIFFERS");
        var told = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(told.get("same").booleanValue()).isTrue();
        assertThat(told.get("opened_at").stringValue())
                .isEqualTo(window.openedAt().toString());
        assertThat(told.get("terms")).hasSameSizeAs(window.why().terms());
        assertThat(told.get("minutes")).hasSizeGreaterThan(10);
        assertThat(told.get("minutes"))
                .anySatisfy(minute -> assertThat(minute.get("evidence")).isNotEmpty());
    }

    @Test
    void aHouseThatIsOpenSaysHowItIsAskedAndOneThatIsClosedIsOpenedForReading() {
        var open = run("explain", window.id().toString(), "--data", directory.toString());

        assertThat(open.code()).isOne();
        assertThat(open.err().lines()).hasSize(1);
        assertThat(open.err())
                .contains("is in use by another running process.")
                .contains("say --database " + house.databaseUrl().split("\\?")[0] + " --database-user postgres"
                        + " --database-password-file " + password());
        house.close();
        try {
            var closed = run("explain", window.id().toString(), "--data", directory.toString());

            assertThat(closed.err()).isEmpty();
            assertThat(closed.code()).isZero();
            assertThat(closed.out()).contains("are the same, bit for bit");
        } finally {
            house = House.open(HouseSettings.onFreePorts(directory));
        }
    }

    @Test
    void whatWasChangedSinceIsNamedMinuteByMinute() {
        var minute = window.openedAt().minus(Duration.ofMinutes(1));
        var nudged = "UPDATE analytics.minute SET likelihood = likelihood %s 1e-15 WHERE mentee = '" + window.mentee()
                + "' AND start = '" + minute + "'";
        jdbc().update(nudged.formatted("+"));
        jdbc().update(
                        "UPDATE analytics.risk_window SET opened_at = opened_at + interval '1 minute' WHERE id = ?",
                        window.id().value());
        try {
            var said = explain(window);

            assertThat(said.code()).isOne();
            assertThat(said.out())
                    .contains("DIFFERS")
                    .contains("Stored and recomputed differ:")
                    .contains("  minute " + minute + ": likelihood (likelihood ")
                    .contains("  opened at: ")
                    .doesNotContain("bit for bit");
        } finally {
            jdbc().update(nudged.formatted("-"));
            jdbc().update(
                            "UPDATE analytics.risk_window SET opened_at = opened_at - interval '1 minute' WHERE id = ?",
                            window.id().value());
        }
    }

    @Test
    void aWindowThatAnotherMethodDecidedIsRefusedAndTheMethodNamed() {
        method("9");
        try {
            assertThat(explain(window))
                    .isEqualTo(new Said(
                            1,
                            "",
                            "handrail: Risk window " + window.id()
                                    + " was decided by method 9, and this version of Handrail knows method "
                                    + Detection.METHOD + " only; one that has method 9 can recompute it.\n"));
        } finally {
            method(Detection.METHOD);
        }
    }

    @Test
    void aWindowWhoseFramesAreNoLongerKeptIsRefusedAndItIsSaidSinceWhen() throws InterruptedException {
        var other = aHardHour();
        var until = other.start().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS);
        jdbc().update(
                        "DELETE FROM ingest.frame WHERE mentee = ? AND sampled_at < ?::timestamptz",
                        other.mentee().value(),
                        until.toString());

        var some = explain(other);
        jdbc().update(
                        "DELETE FROM ingest.frame WHERE mentee = ?",
                        other.mentee().value());
        var none = explain(other);

        assertThat(some.code()).isOne();
        assertThat(some.err())
                .startsWith("handrail: Of this mentee the frames from ")
                .contains(" until " + until)
                .endsWith(" are no longer kept, so risk window " + other.id()
                        + " cannot be recomputed; its stored reason stands in the record.\n");
        assertThat(none.code()).isOne();
        assertThat(none.err()).startsWith("handrail: No frame of this mentee is kept any more");
    }

    @Test
    void aWindowOfAPastThatWasAnalysedByItselfIsSaidNotToBeRecomputed() throws InterruptedException {
        var maya = somebody();
        takeIn(maya, Duration.ofHours(5));
        takeIn(maya, Duration.ofDays(2));
        var past = windowsOf(maya).get(0);

        assertThat(explain(past))
                .isEqualTo(new Said(
                        1,
                        "",
                        "handrail: Risk window " + past.id()
                                + " lies in a past that was brought along and analysed by itself; such a one is not"
                                + " recomputed.\n"));
    }

    @Test
    void withoutAnIdTheLastWindowsAreListed() {
        var said = ask("explain");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains(window.id() + "  opened ").contains("method " + Detection.METHOD);
        assertThat(said.out()).doesNotContain("Maya");
    }

    @Test
    void anUnknownIdAndNoHouseAreOneSentence() {
        var nobodys = UUID.randomUUID().toString();

        assertThat(ask("explain", nobodys))
                .isEqualTo(new Said(1, "", "handrail: There is no risk window " + nobodys + " in this house.\n"));
        assertThat(run(
                        "explain",
                        nobodys,
                        "--data",
                        directory.resolve("nowhere").toString()))
                .isEqualTo(new Said(
                        1,
                        "",
                        "handrail: There is no house in " + directory.resolve("nowhere") + "; say --data DIR.\n"));
        assertThat(Files.exists(directory.resolve("nowhere"))).isFalse();
        assertThat(run("explain", "window").code()).isEqualTo(2);
    }

    @Test
    void twoMethodsAreComparedOnTheArchiveOfAHouse() throws Exception {
        var deaf = Files.writeString(directory.resolve("deaf.properties"), "INTERCEPT=-1\n");
        var json = directory.resolve("compared.json");
        var said = ask("compare", deaf.toString(), "--json", json.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("Method " + Detection.METHOD + " as shipped, and with the other weights, on the archive of ")
                .doesNotContain("Maya")
                .doesNotContain(window.mentee().toString());
        var told = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(told.get("same").booleanValue()).isFalse();
        assertThat(told.get("windows").get("only_first").toString())
                .contains(window.openedAt().toString());
    }

    private static void method(String version) {
        jdbc().update(
                        "UPDATE analytics.risk_window SET why = jsonb_set(why, '{method}', to_jsonb(?::text)) WHERE id = ?",
                        version,
                        window.id().value());
    }

    private static Said explain(RiskWindow which, String... more) {
        var arguments = new ArrayList<>(List.of("explain", which.id().toString()));
        arguments.addAll(List.of(more));
        return ask(arguments.toArray(String[]::new));
    }

    /** Asks the open house's database. */
    private static Said ask(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--database",
                house.databaseUrl(),
                "--database-user",
                "postgres",
                "--database-password-file",
                password().toString()));
        return run(all.toArray(String[]::new));
    }

    private static Path password() {
        return directory.resolve("database").resolve("password");
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Terminal.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }

    private static JdbcTemplate jdbc() {
        return house.room(JdbcTemplate.class);
    }

    /** Of somebody new. */
    /** A window that the mentee was asked about. */
    private static RiskWindow aHardHour() throws InterruptedException {
        var maya = somebody();
        takeIn(maya, Duration.ofHours(5));
        return windowsOf(maya).stream()
                .filter(found -> found.decisionPoint().isPresent())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Person somebody() {
        var id = UUID.randomUUID();
        var maya = new Person(id, Role.MENTEE, "Maya", "maya-" + id, ZoneOffset.ofHours(2), Optional.empty());
        house.room(People.class).add(maya, "a word for tests");
        house.room(Consents.class).give(maya.asMentee(), Optional.empty(), Scope.COLLECTION, "for a test");
        house.room(Pairings.class).pair(maya.asMentee());
        return maya;
    }

    /** A day that ended so long ago. */
    private static void takeIn(Person maya, Duration ago) throws InterruptedException {
        var clock = house.room(Clock.class);
        var end = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(ago);
        new PastImport(house, clock).take(maya, InventedPast.endingIn(end, 1), () -> false, share -> {});
    }

    private static List<RiskWindow> windowsOf(Person maya) {
        return house.room(AnalysisRecord.class).windowsOf(maya.asMentee(), EVER).stream()
                .filter(found -> found.end().isPresent())
                .toList();
    }
}
