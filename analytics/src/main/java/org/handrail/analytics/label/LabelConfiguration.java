package org.handrail.analytics.label;

import org.handrail.analytics.AnalysisRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what keeps labels and what judges by them. */
@Configuration(proxyBeanMethods = false)
class LabelConfiguration {

    @Bean
    LabelRows labelRows(JdbcTemplate jdbc) {
        return new LabelRows(JdbcClient.create(jdbc));
    }

    @Bean
    KeptLabels labels(LabelRows rows, AnalysisRecord record, PlatformTransactionManager transactions) {
        return new KeptLabels(rows, new WhatWasKnown(record), new TransactionTemplate(transactions));
    }

    @Bean
    HearWords hearWords(KeptLabels labels) {
        return new HearWords(labels);
    }

    @Bean
    JudgedByWords judgements(LabelRows rows) {
        return new JudgedByWords(rows);
    }
}
