package org.handrail.companion.pages;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads the QR code that stands in a page, as a camera would: from a picture of it. */
final class QrReader {

    private static final Pattern SQUARE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\">\\s*<path d=\"([^\"]+)\"");
    private static final Pattern MODULE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");
    private static final int PIXELS = 6;
    private static final int WHITE = 0xFFFFFF;

    private QrReader() {}

    static String read(String page) {
        var square = SQUARE.matcher(page);
        if (!square.find()) {
            throw new IllegalStateException("There is no QR code on this page");
        }
        int width = Integer.parseInt(square.group(1)) * PIXELS;
        var picture = new int[width * width];
        Arrays.fill(picture, WHITE);
        var module = MODULE.matcher(square.group(2));
        while (module.find()) {
            paint(picture, width, Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)));
        }
        try {
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, picture)));
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException e) {
            throw new IllegalStateException("Nobody can read this QR code", e);
        } catch (ReaderException e) {
            throw new IllegalStateException("This QR code is broken", e);
        }
    }

    private static void paint(int[] picture, int width, int x, int y) {
        for (int row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
            Arrays.fill(picture, row * width + x * PIXELS, row * width + (x + 1) * PIXELS, 0);
        }
    }
}
