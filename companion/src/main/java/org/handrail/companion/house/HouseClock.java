package org.handrail.companion.house;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the house. Nobody else reads the wall. */
@Configuration(proxyBeanMethods = false)
class HouseClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
