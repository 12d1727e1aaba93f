package org.handrail.analytics.lane;

import java.time.Clock;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.FrameIntake;
import org.handrail.analytics.FrameLog;
import org.handrail.analytics.MenteeZones;
import org.handrail.analytics.PastAnalysis;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the lanes together from what the house provides. */
@Configuration(proxyBeanMethods = false)
class LaneConfiguration {

    private static final int LANES = 2;

    @Bean
    FrameIntake riskLanes(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            FrameLog frameLog,
            MenteeZones zones,
            Clock clock) {
        var journal = new Journal(jdbc, new TransactionTemplate(transactions), events);
        return new RiskLanes(LANES, journal, frameLog, zones, clock);
    }

    @Bean
    PastAnalysis pastAnalysis(JdbcTemplate jdbc, PlatformTransactionManager transactions, MenteeZones zones) {
        return new JdbcPastAnalysis(jdbc, new TransactionTemplate(transactions), zones);
    }

    @Bean
    AnalysisRecord analysisRecord(JdbcTemplate jdbc) {
        return new JdbcAnalysisRecord(jdbc);
    }
}
