package cn.faheng.casework.inspections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draw of a plan would be drawn from.
 *
 * @param candidates the lists, or null where they cannot be drawn from
 * @param obstacle why not, or empty
 * @param unable officers who cannot be drawn, and why
 */
public record DrawPreview(@Nullable Candidates candidates, String obstacle, List<String> unable) {
    public DrawPreview {
        unable = List.copyOf(unable);
    }
}
