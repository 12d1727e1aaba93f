package org.handrail.companion.house;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the house. Nobody else reads the wall. */
@Configuration(proxyBeanMethods = false)
public class HouseClock {

    /** For a command that opens no house. */
    public static Clock ofThisMachine() {
        return Clock.systemUTC();
    }

    @Bean
    Clock clock() {
        return ofThisMachine();
    }
}
