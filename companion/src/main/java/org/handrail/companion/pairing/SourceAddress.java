package org.handrail.companion.pairing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as it is counted: an IPv4 address, or the 64-bit network of an IPv6 address, since
 * whoever has one address of such a network has all of them.
 */
record SourceAddress(String name, boolean isLoopback) {

    private static final int NETWORK_BYTES = 8;

    /** A name would be looked up on the network, and behind a proxy this may be whatever somebody wrote into a header. */
    private static final Pattern FIGURES = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[\\da-fA-F]*:[\\da-fA-F:.]*");

    /** @param remote an address in figures, as the container gives it */
    static SourceAddress of(String remote) {
        var figures = remote.replaceFirst("%.*", "");
        if (!FIGURES.matcher(figures).matches()) {
            return new SourceAddress("unknown", false);
        }
        try {
            var address = InetAddress.getByName(figures);
            var name = address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                    : address.getHostAddress();
            return new SourceAddress(name, address.isLoopbackAddress());
        } catch (UnknownHostException notAnAddress) {
            return new SourceAddress("unknown", false);
        }
    }
}
