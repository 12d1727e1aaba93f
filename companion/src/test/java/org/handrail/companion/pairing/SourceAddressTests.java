package org.handrail.companion.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAddressTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "203.0.113.9, 203.0.113.9, false",
        "::1, 0000000000000000/64, true",
        "2001:db8:1:2::1, 20010db800010002/64, false",
        "2001:db8:1:2:ffff::9, 20010db800010002/64, false",
        "::ffff:203.0.113.9, 203.0.113.9, false",
        "fe80::1%eth0, fe80000000000000/64, false",
        "localhost, unknown, false",
        "dead.beef, unknown, false",
        "999.0.0.1, unknown, false",
        "::::, unknown, false",
        "'', unknown, false"
    })
    void aNetworkOfOneOwnerIsOneSource(String remote, String name, boolean isLoopback) {
        assertThat(SourceAddress.of(remote)).isEqualTo(new SourceAddress(name, isLoopback));
    }
}
