package org.handrail.companion.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.Mentorships;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.alerts.Nudges;
import org.handrail.alerts.Plan;
import org.handrail.alerts.SilenceMeans;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindow;
import org.handrail.companion.InventedPast;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseClock;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.devicesim.recording.Recording;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mentee's own past into a real archive and through the lanes. The house lives on one evening in May. */
@Timeout(180)
class PastImportTests {

    private static final Set<Decision> NOBODY_ASKED =
            Set.of(Decision.WATCHED, Decision.NOT_WORTH_ASKING, Decision.HISTORY);
    private static final Instant EVENING = Instant.parse("2026-05-12T19:30:00Z");
    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final BooleanSupplier NEVER = () -> false;

    @TempDir
    private static Path directory;

    private static House house;

    @BeforeAll
    static void open() {
        var setBack = Duration.between(EVENING, HouseClock.ofThisMachine().instant());
        house = House.open(HouseSettings.onFreePorts(directory).setBack(setBack));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aPastIsAnalysedAtItsTrueTimesAndNobodyIsAskedAboutIt() throws InterruptedException {
        var maya = mentee();
        var past = InventedPast.endingIn(EVENING.minus(Duration.ofMinutes(70)), 3);

        var report = imported(maya, past, NEVER);

        assertThat(report.isWhole()).isTrue();
        assertThat(report.refused()).isEmpty();
        assertThat(report.frames().tooYoung()).isZero();
        assertThat(report.stored()).isEqualTo(report.frames().fresh()).isGreaterThan(15_000);
        assertThat(report.analysed().minutes()).isGreaterThan(3_000);
        assertThat(report.analysed().known()).isGreaterThan(1_000);
        assertThat(house.room(AnalysisRecord.class)
                        .nightsOf(maya.asMentee(), LocalDate.of(2026, 5, 10), LocalDate.of(2026, 5, 12)))
                .hasSize((int) report.analysed().nights())
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(minutes(maya))
                .allSatisfy(minute ->
                        assertThat(past.window().contains(minute.start())).isTrue());
        assertThat(heard(maya)).isNotEmpty().extracting(HeardWindow::decision).isSubsetOf(NOBODY_ASKED);
        assertThatNobodyIsAsked(maya);
    }

    @Test
    void whatHasJustBeenIsNotTakenInSoThatItCannotBeAReasonToAsk() throws InterruptedException {
        var maya = mentee();
        var upToNow = InventedPast.endingIn(EVENING, 2);

        var report = imported(maya, upToNow, NEVER);

        assertThat(report.frames().tooYoung()).isGreaterThan(200);
        assertThat(minutes(maya))
                .isNotEmpty()
                .allSatisfy(minute -> assertThat(minute.start()).isBefore(EVENING.minus(Duration.ofMinutes(59))));
        assertThat(heard(maya)).extracting(HeardWindow::decision).isSubsetOf(NOBODY_ASKED);
        assertThatNobodyIsAsked(maya);
    }

    @Test
    void theSameExportAgainBringsNothingNew() throws InterruptedException {
        var maya = mentee();
        var past = InventedPast.endingIn(EVENING.minus(Duration.ofHours(5)), 1);
        var first = imported(maya, past, NEVER);
        var before = minutes(maya);

        var again = imported(maya, past, NEVER);

        assertThat(again.stored()).isZero();
        assertThat(again.frames().known()).isEqualTo(first.stored()).isGreaterThan(5_000);
        assertThat(again.frames().byThemselves()).isZero();
        assertThat(minutes(maya)).isEqualTo(before);
    }

    @Test
    void anImportThatWasStoppedGoesOnWhereItEnded() throws InterruptedException {
        var past = InventedPast.endingIn(EVENING.minus(Duration.ofHours(5)), 1);
        var undisturbed = mentee();
        imported(undisturbed, past, NEVER);
        var maya = mentee();
        var asked = new AtomicInteger();

        var stopped = imported(maya, past, () -> asked.incrementAndGet() > 6);
        var rest = imported(maya, past, NEVER);

        assertThat(stopped.isWhole()).isFalse();
        assertThat(stopped.stored())
                .isPositive()
                .isLessThan(rest.frames().known() + rest.frames().fresh());
        assertThat(rest.isWhole()).isTrue();
        // A heap that was under way when it was stopped is safe soon after.
        assertThat(rest.frames().known()).isGreaterThanOrEqualTo(stopped.stored());
        assertThat(rest.frames().byThemselves()).isZero();
        assertThat(minutes(maya)).isEqualTo(minutes(undisturbed));
    }

    @Test
    void whatLiesBeforeWhatWasAnalysedIsShownBesideItAndChangesNothingOfIt() throws InterruptedException {
        var maya = mentee();
        imported(maya, InventedPast.endingIn(EVENING.minus(Duration.ofHours(5)), 2), NEVER);
        var before = minutes(maya);
        var windows = windows(maya);
        var told = heard(maya);

        var earlier = InventedPast.endingIn(EVENING.minus(Duration.ofDays(1)), 3);
        var report = imported(maya, earlier, NEVER);

        assertThat(report.frames().byThemselves())
                .isBetween(5_000L, report.frames().fresh() + report.frames().known());
        assertThat(minutes(maya)).containsAll(before).hasSizeGreaterThan(before.size() + 1_000);
        assertThat(windows(maya))
                .containsAll(windows)
                .allSatisfy(window -> assertThat(window.end()).isPresent());
        assertThat(heard(maya)).isEqualTo(told);
        assertThat(report.analysed().nights()).isGreaterThanOrEqualTo(2);
        assertThatNobodyIsAsked(maya);

        var after = minutes(maya);
        assertThat(imported(maya, earlier, NEVER).stored()).isZero();
        assertThat(minutes(maya)).isEqualTo(after);
    }

    @Test
    void aPastOfYearsAgoIsTakenInAndToldToBeKeptNoLonger() throws InterruptedException {
        var maya = mentee();

        var report = imported(maya, InventedPast.endingIn(EVENING.minus(Duration.ofDays(900)), 1), NEVER);

        assertThat(report.refused()).isEmpty();
        assertThat(report.frames().olderThanKept()).isEqualTo(report.stored()).isGreaterThan(5_000);
        assertThat(report.analysed().known()).isGreaterThan(300);
    }

    @Test
    void lookingChangesNothing() {
        var maya = mentee();
        var past = InventedPast.endingIn(EVENING.minus(Duration.ofHours(5)), 1);

        var report = new PastImport(house, house.room(Clock.class)).look(maya, past);

        assertThat(report.frames().fresh()).isGreaterThan(5_000);
        assertThat(report.stored()).isZero();
        assertThat(minutes(maya)).isEmpty();
    }

    @Test
    void nobodyWaitsForTheWatchOfAPast() throws InterruptedException {
        var maya = mentee();

        imported(maya, InventedPast.endingIn(EVENING.minus(Duration.ofHours(5)), 1), NEVER);

        assertThat(house.room(DeviceOverviews.class).of(maya.asMentee())).isEmpty();
    }

    @Test
    void onlyAMenteeWhoAgreesToBeMeasuredHasAPastToBringAlong() {
        var owners = new Owners(house);
        var mentor = person(Role.MENTOR);
        var silent = person(Role.MENTEE);
        var maya = mentee();

        assertThat(owners.find(maya.signInName())).isEqualTo(maya);
        assertThatThrownBy(() -> owners.find("nobody"))
                .isInstanceOf(ImportFault.class)
                .hasMessage("Nobody signs in as 'nobody' in this house.");
        assertThatThrownBy(() -> owners.find(mentor.signInName()))
                .hasMessage("'" + mentor.signInName() + "' is not a mentee; only a mentee's past is taken in.");
        assertThatThrownBy(() -> owners.find(silent.signInName()))
                .hasMessage("'" + silent.signInName()
                        + "' does not agree to be measured; nothing is taken in without that.");
    }

    private static void assertThatNobodyIsAsked(Person mentee) {
        assertThat(house.room(Nudges.class).historyFor(mentee.asMentee(), EVER)).isEmpty();
        assertThat(house.room(Escalations.class).of(mentee.asMentee(), EVER)).isEmpty();
    }

    private static PastReport imported(Person mentee, Recording past, BooleanSupplier isStopped)
            throws InterruptedException {
        return new PastImport(house, house.room(Clock.class)).take(mentee, past, isStopped, share -> {});
    }

    private static List<HeardWindow> heard(Person mentee) {
        return house.room(Nudges.class).windowsOf(mentee.asMentee(), EVER);
    }

    private static List<RiskWindow> windows(Person mentee) {
        return house.room(AnalysisRecord.class).windowsOf(mentee.asMentee(), EVER);
    }

    private static List<MinuteRecord> minutes(Person mentee) {
        return house.room(AnalysisRecord.class).minutesOf(mentee.asMentee(), EVER);
    }

    /** Whose silence brings the mentor. */
    private static Person mentee() {
        var mentee = person(Role.MENTEE);
        var mentor = person(Role.MENTOR);
        var consents = house.room(Consents.class);
        consents.give(mentee.asMentee(), Optional.empty(), Scope.COLLECTION, "for a test");
        consents.give(mentee.asMentee(), Optional.of(mentor.id()), Scope.STRAINED_STRETCH, "for a test");
        house.room(Mentorships.class)
                .create(new NewMentorship(
                        mentee.asMentee(), mentor.asMentor(), 1, Optional.empty(), Instant.EPOCH, Optional.empty()));
        house.room(Plans.class)
                .write(
                        mentee.asMentee(),
                        new WrittenPlan(new Plan(Duration.ofSeconds(5), SilenceMeans.TELL_MENTOR), List.of()));
        return mentee;
    }

    private static Person person(Role role) {
        var id = UUID.randomUUID();
        var person = new Person(id, role, "Maya", "maya-" + id, ZoneOffset.UTC, Optional.empty());
        house.room(People.class).add(person, "a word for tests");
        return person;
    }
}
