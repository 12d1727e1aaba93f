package org.handrail.alerts.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.MentorshipId;
import org.handrail.alerts.Mentorships.Refusal;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");
    private static final MenteeId MENTEE = new MenteeId(UUID.randomUUID());

    private final MentorId sam = new MentorId(UUID.randomUUID());
    private final MentorId kim = new MentorId(UUID.randomUUID());
    private final List<Mentorship> samOnMonday = List.of(rung(1, sam, MONDAY, Optional.of(TUESDAY)));

    @Test
    void aStepHasOneMentorAtATime() {
        assertThat(Admission.refusal(rung(1, kim, MONDAY, Optional.empty()), samOnMonday))
                .contains(Refusal.STEP_TAKEN);
        assertThat(Admission.refusal(rung(2, kim, MONDAY, Optional.empty()), samOnMonday))
                .isEmpty();
    }

    @Test
    void aMentorHasOneStepAtATime() {
        assertThat(Admission.refusal(rung(2, sam, MONDAY, Optional.empty()), samOnMonday))
                .contains(Refusal.MENTOR_ALREADY_ON_LADDER);
    }

    @Test
    void oneMayFollowTheOtherWithoutAGap() {
        assertThat(Admission.refusal(rung(1, kim, TUESDAY, Optional.empty()), samOnMonday))
                .isEmpty();
    }

    @Test
    void aMentorshipHoldsFromItsFirstInstantUntilBeforeItsLast() {
        Mentorship mentorship = samOnMonday.get(0);
        assertThat(Admission.holdsAt(mentorship, MONDAY.minusMillis(1))).isFalse();
        assertThat(Admission.holdsAt(mentorship, MONDAY)).isTrue();
        assertThat(Admission.holdsAt(mentorship, TUESDAY.minusMillis(1))).isTrue();
        assertThat(Admission.holdsAt(mentorship, TUESDAY)).isFalse();
    }

    private static Mentorship rung(int step, MentorId mentor, Instant from, Optional<Instant> until) {
        return new Mentorship(new MentorshipId(UUID.randomUUID()), MENTEE, mentor, step, Optional.empty(), from, until);
    }
}
