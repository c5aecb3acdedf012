package cn.faheng.authoring.library;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.drafting.law.CitationImpact.DraftSheet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The drafts that are still on their way. */
@Component
class OpenDrafts {

    private static final Set<DraftState> OPEN = EnumSet.of(
            DraftState.DRAFT,
            DraftState.CHECKED,
            DraftState.IN_LEGAL_REVIEW,
            DraftState.REVIEWED,
            DraftState.APPROVED,
            DraftState.SCHEDULED);

    private final Drafts drafts;

    OpenDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    List<DraftSheet> all() {
        return OPEN.stream()
                .flatMap(state -> drafts.in(state).stream())
                .map(OpenDrafts::sheet)
                .toList();
    }

    private static DraftSheet sheet(Draft draft) {
        return new DraftSheet(
                draft.id().toString(),
                draft.content().sheet().authority(),
                draft.content().sheet());
    }
}
