package org.handrail.companion.pairing;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;

/**
 * A QR code as one path of an SVG, so that it stands in the page itself and no picture has to be asked for.
 *
 * @param size of the square in modules, the quiet zone of four on each side included
 * @param path the dark modules, each a square of one
 */
public record QrSquare(int size, String path) {

    private static final int QUIET_ZONE = 4;

    public static QrSquare of(URI link) {
        var code = QrCode.encodeText(link.toString(), QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(',')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSquare(code.size + 2 * QUIET_ZONE, path.toString());
    }

    /** Leaves out what can be read from it. */
    @Override
    public String toString() {
        return "QrSquare[size=" + size + "]";
    }
}
