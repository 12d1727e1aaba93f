package org.handrail.companion.house;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells an event again whose listener could not finish, for instance because the database was away. Listeners bear an event
 * twice.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FailedEvents {

    private final FailedEventPublications failed;

    FailedEvents(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void tellAgain() {
        failed.resubmit(ResubmissionOptions.defaults().withMinAge(Duration.ofSeconds(2)));
    }
}
