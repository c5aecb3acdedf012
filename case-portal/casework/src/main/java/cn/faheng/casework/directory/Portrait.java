package cn.faheng.casework.directory;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An uploaded photo, measured before it is decoded and drawn anew.
 *
 * @param jpeg the picture
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are never compared.
record Portrait(byte[] jpeg, int width, int height) {

    private static final int LARGEST = 5 << 20;
    private static final int LEAST_SIDE = 120;
    private static final int LONGEST_SIDE = 6_000;
    private static final long MOST_PIXELS = 16_000_000;
    private static final int STORED_SIDE = 640;

    static Portrait of(byte[] uploaded) {
        if (uploaded.length == 0) {
            throw refused("没有选择照片", "请选择JPEG或者PNG照片");
        }
        if (uploaded.length > LARGEST) {
            throw refused("照片超过5MB", "请缩小后再上传");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw refused("文件不是照片", "请上传JPEG或者PNG照片");
            }
            ImageReader reader = readers.next();
            try {
                return decoded(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw refused("照片已损坏，打不开", "请重新拍摄或者另存后再上传");
        }
    }

    private static Portrait decoded(ImageReader reader, ImageInputStream in) throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!format.equals("jpeg") && !format.equals("png")) {
            throw refused("不是JPEG或者PNG照片", "请另存为JPEG或者PNG后再上传");
        }
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < LEAST_SIDE || height < LEAST_SIDE) {
            throw refused("照片只有" + width + "×" + height + "像素", "请上传至少" + LEAST_SIDE + "×" + LEAST_SIDE + "像素的照片");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw refused("照片有" + width + "×" + height + "像素，过大", "请缩小到1600万像素以内再上传");
        }
        return drawn(reader.read(0));
    }

    private static Portrait drawn(BufferedImage image) throws IOException {
        int longest = Math.max(image.getWidth(), image.getHeight());
        int width = longest <= STORED_SIDE ? image.getWidth() : Math.max(1, image.getWidth() * STORED_SIDE / longest);
        int height =
                longest <= STORED_SIDE ? image.getHeight() : Math.max(1, image.getHeight() * STORED_SIDE / longest);
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "jpg", out);
        return new Portrait(out.toByteArray(), width, height);
    }

    private static RuntimeException refused(String what, String remedy) {
        return Proposals.refused(List.of(new Fault("photo", "照片", what, remedy)));
    }
}
