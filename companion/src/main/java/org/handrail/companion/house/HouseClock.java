package org.handrail.companion.house;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the house. Nobody else reads the wall. */
@Configuration(proxyBeanMethods = false)
public class HouseClock {

    /** For a command that opens no house. */
    public static Clock ofThisMachine() {
        return Clock.systemUTC();
    }

    /**
     * The house's own, where it was not given another.
     *
     * @param setBack how far it is behind the wall, for a house that plays what is past
     */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${handrail.clock.set-back:0s}") Duration setBack) {
        return Clock.offset(ofThisMachine(), setBack.negated());
    }
}
