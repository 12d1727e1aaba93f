package org.handrail.companion.wholehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.ingest.CollectionConsent;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door on the way in, asked for every frame: new consent counts at once, withdrawn consent no longer than a second. */
class CollectionConsentTests {

    @TempDir
    private Path directory;

    @Test
    void collectionBeginsWithConsentAndEndsWithItsWithdrawal() {
        try (var household = Household.open(directory, Duration.ofMinutes(5))) {
            var door = household.room(CollectionConsent.class);
            var consents = household.room(Consents.class);
            var stranger = new MenteeId(UUID.randomUUID());
            assertThat(door.isGiven(household.mentee.asMentee())).isTrue();
            assertThat(door.isGiven(stranger)).isFalse();

            var consent = consents.heldOf(household.mentee.asMentee()).stream()
                    .filter(held -> held.scope() == Scope.COLLECTION)
                    .findFirst()
                    .orElseThrow();
            consents.withdraw(household.mentee.asMentee(), consent.id());
            await().atMost(Duration.ofMillis(1_500)).until(() -> !door.isGiven(household.mentee.asMentee()));

            await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
            household.consent(Optional.empty(), Scope.COLLECTION);
            assertThat(door.isGiven(household.mentee.asMentee())).isTrue();
        }
    }
}
