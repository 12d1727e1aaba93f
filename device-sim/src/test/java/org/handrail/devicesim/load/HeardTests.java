package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardTests {

    private final List<String> heard = new ArrayList<>();

    private final Heard.Ear ear = new Heard.Ear() {
        @Override
        public void signedIn(int receiveMaximum) {
            heard.add("in " + receiveMaximum);
        }

        @Override
        public void confirmed(int packetId) {
            heard.add("yes " + packetId);
        }

        @Override
        public void refused(int packetId) {
            heard.add("no " + packetId);
        }

        @Override
        public void subscribed() {
            heard.add("subscribed");
        }

        @Override
        public void told(int packetId, byte[] payload) {
            heard.add("told " + packetId + " " + HexFormat.of().formatHex(payload));
        }
    };

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a bare confirmation, 40020102, yes 258",
        "a confirmation with properties, 40040007 0000, yes 7",
        "not authorised, 4003000787, no 7",
        "signed in without a word, 2003000000, in 65535",
        "signed in with a receive maximum, 200d00000a 22000a 130014 210014 2a01, in 20",
        "an answer to a ping, d000, ''",
        "a subscription that is granted, 9004000a0001, subscribed",
        "a message that wants a confirmation, 3209 000161 0007 00 cafe42, told 7 cafe42",
        "a message with properties, 320b 000161 0007 02 0101 cafe42, told 7 cafe42",
        "a message that wants no answer, 3005 000161 00 ca, told 0 ca",
    })
    void aPacketIsWhatItSays(String what, String bytes, String told) {
        Heard.read(packet(bytes), ear);

        assertThat(String.join(", ", heard)).isEqualTo(told);
    }

    @Test
    void aPacketThatIsNotAllThereYetWaitsForItsRest() {
        var in = ByteBuffer.allocate(64);
        byte[] all = HexFormat.of().parseHex("400200014003000200" + "4002");
        for (byte one : all) {
            in.put(one).flip();
            Heard.read(in, ear);
            in.compact();
        }
        assertThat(heard).containsExactly("yes 1", "yes 2");
        assertThat(in.position()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a frame that nobody took, 4003000710",
        "a refused sign-in, 2003008600",
        "an unknown property, 20050000027f00",
        "the end of the connection, e000",
        "a subscription that is refused, 9004000a0087",
    })
    void whatEndsTheConnectionThrows(String what, String bytes) {
        assertThatThrownBy(() -> Heard.read(packet(bytes), ear)).isInstanceOf(IllegalStateException.class);
    }

    private static ByteBuffer packet(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
