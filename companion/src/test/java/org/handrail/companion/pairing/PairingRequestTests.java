package org.handrail.companion.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.handrail.companion.pairing.PairingRequest.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairingRequestTests {

    @Test
    void aCodeIsReadAsPeopleTypeItAndUnknownFieldsAreLeftAlone() {
        var read = read("""
                {"code": " abcd-efgh ", "model": "Steady 2", "firmware": "1.4.0", "colour": {"strap": "green"}}""");

        assertThat(read).isInstanceOfSatisfying(Read.Understood.class, understood -> {
            assertThat(understood.request().code().grouped()).isEqualTo("ABCD-EFGH");
            assertThat(understood.request().make().model()).isEqualTo("Steady 2");
        });
    }

    @ParameterizedTest(name = "{0} points to ''{1}''")
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                                        | ''
                    not json                                                  | ''
                    ["ABCDEFGH"]                                              | ''
                    null                                                      | ''
                    {"model":"m","firmware":"1"}                              | /code
                    {"code":12345678,"model":"m","firmware":"1"}              | /code
                    {"code":"ABCD-EFG0","model":"m","firmware":"1"}           | /code
                    {"code":null,"model":"m","firmware":"1"}                  | /code
                    {"code":"ABCD-EFGH","firmware":"1"}                       | /model
                    {"code":"ABCD-EFGH","model":" ","firmware":"1"}           | /model
                    {"code":"ABCD-EFGH","model":"a\\nb","firmware":"1"}       | /model
                    {"code":"ABCD-EFGH","model":"a\\u202eb","firmware":"1"}   | /model
                    {"code":"ABCD-EFGH","model":"a\\ud800b","firmware":"1"}   | /model
                    {"code":"ABCD-EFGH","model":"m"}                          | /firmware
                    {"code":"ABCD-EFGH","model":"m","firmware":["1"]}         | /firmware""")
    void whatIsMissingOrOfTheWrongKindIsPointedTo(String body, String pointer) {
        assertThat(read(body))
                .isInstanceOfSatisfying(
                        Read.Malformed.class,
                        fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }

    @Test
    void whatIsTooLongIsNotEvenRead() {
        var body =
                "{\"code\":\"ABCD-EFGH\",\"model\":\"m\",\"firmware\":\"1\"}" + " ".repeat(PairingRequest.MOST_BYTES);

        assertThat(read(body)).isInstanceOf(Read.Malformed.class);
        assertThat(read("[".repeat(PairingRequest.MOST_BYTES))).isInstanceOf(Read.Malformed.class);
    }

    private static Read read(String body) {
        return PairingRequest.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
