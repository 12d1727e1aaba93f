package org.handrail.companion.house;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Facts are heard on threads of their own, so that no lane waits for a listener. An event whose listener could not finish, for
 * instance because the database was away, is told again; listeners bear an event twice.
 */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableScheduling
class EventTelling {

    private final FailedEventPublications failed;

    EventTelling(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void tellAgain() {
        failed.resubmit(ResubmissionOptions.defaults().withMinAge(Duration.ofSeconds(2)));
    }
}
