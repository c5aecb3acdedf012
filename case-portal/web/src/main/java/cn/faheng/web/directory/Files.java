package cn.faheng.web.directory;

import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Files that come and go. */
final class Files {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int LONGEST_NAME = 150;

    private Files() {}

    static ResponseEntity<byte[]> excel(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    /** The name of an uploaded file without its folders. */
    static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        String bare = name == null || name.isBlank() ? "未命名" : name.replaceAll(".*[/\\\\]", "");
        return bare.length() > LONGEST_NAME ? bare.substring(bare.length() - LONGEST_NAME) : bare;
    }

    static byte[] bytes(MultipartFile file) {
        if (file.isEmpty()) {
            throw new ProblemException(ProblemType.IMPORT_REFUSED, "没有选择文件。请选择按模板填写的.xlsx文件。");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
