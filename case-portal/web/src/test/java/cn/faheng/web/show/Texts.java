package cn.faheng.web.show;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of the pages, for tests without a server. */
public final class Texts {

    private Texts() {}

    /** The wording for a reader of Chinese. */
    public static Show chinese() {
        return new Show(source(), Locale.SIMPLIFIED_CHINESE);
    }

    /** The wording for a reader of English. */
    public static Show english() {
        return new Show(source(), Locale.ENGLISH);
    }

    private static ResourceBundleMessageSource source() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
