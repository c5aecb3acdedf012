package cn.faheng.web.modeleditor;

import org.springframework.stereotype.Component;

/** The DMN editor of Apache KIE as this build holds it. The build fetches it (case-portal/web/pom.xml); without a network it goes on without. */
@Component
final class EditorBundle {

    private static final String VERSION = "10.2.0";
    private static final String SCRIPT = "/webjars/kie-tools__dmn-editor-standalone/" + VERSION + "/dist/index.js";

    /** SHA-256 of the script that version 10.2.0 writes into its frame; the browser runs this one and no other. */
    private static final String FRAME_SCRIPT = "'sha256-62z/F2kUx+Z1hxgpOC24DzcORSL0foXjcv3fMP9Vr8U='";

    private static final String POLICY = "default-src 'none'; script-src 'self' " + FRAME_SCRIPT
            + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final boolean there = EditorBundle.class.getResource("/META-INF/resources" + SCRIPT) != null;

    boolean isThere() {
        return there;
    }

    String script() {
        return SCRIPT;
    }

    /** What the page of the editor may do beyond other pages: run the script of its frame, and style without a sheet. */
    String contentSecurityPolicy() {
        return POLICY;
    }
}
