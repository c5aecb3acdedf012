package cn.faheng.casework.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("执法人员照片：真正解码，重新画过")
class PortraitTest {

    private static byte[] image(int width, int height, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @Test
    @DisplayName("大照片缩小，PNG 变成 JPEG，附在后面的东西不留下")
    void drawnAnew() throws IOException {
        byte[] png = image(1200, 1600, "png");
        byte[] withTail = Arrays.copyOf(png, png.length + 8);
        System.arraycopy("<script>".getBytes(StandardCharsets.US_ASCII), 0, withTail, png.length, 8);
        Portrait portrait = Portrait.of(withTail);
        assertThat(portrait.width()).isEqualTo(480);
        assertThat(portrait.height()).isEqualTo(640);
        assertThat(portrait.jpeg()).startsWith(0xFF, 0xD8);
        assertThat(new String(portrait.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    @Test
    @DisplayName("不是照片的、太小的、像素太多的、截断的，退回并说明")
    void refused() throws IOException {
        assertThatThrownBy(() -> Portrait.of("GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("照片");
        assertThatThrownBy(() -> Portrait.of("not a photo".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("不是照片");
        byte[] gif = image(200, 200, "gif");
        assertThatThrownBy(() -> Portrait.of(gif)).hasMessageContaining("不是JPEG或者PNG");
        byte[] small = image(50, 200, "png");
        assertThatThrownBy(() -> Portrait.of(small)).hasMessageContaining("像素");
        byte[] huge = image(6001, 200, "png");
        assertThatThrownBy(() -> Portrait.of(huge)).hasMessageContaining("过大");
        byte[] cut = Arrays.copyOf(image(400, 400, "png"), 60);
        assertThatThrownBy(() -> Portrait.of(cut)).hasMessageContaining("损坏");
    }
}
