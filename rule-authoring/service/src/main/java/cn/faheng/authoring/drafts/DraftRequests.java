package cn.faheng.authoring.drafts;

import cn.faheng.contract.model.NewDraftBody;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the request for a new draft: exactly one thing it starts from. */
@Component
final class DraftRequests {

    private final Drafts drafts;
    private final DraftMaker maker;

    DraftRequests(Drafts drafts, DraftMaker maker) {
        this.drafts = drafts;
        this.maker = maker;
    }

    Draft create(NewDraftBody body, Actor actor) {
        boolean sheetAlone = body.getSheet() != null && body.getModel() == null;
        long starts = Stream.of(
                                body.getContent(),
                                sheetAlone ? body.getSheet() : null,
                                body.getBase(),
                                body.getTemplate(),
                                body.getModel())
                        .filter(Objects::nonNull)
                        .count()
                - (body.getContent() != null && body.getModel() != null ? 1 : 0);
        if (starts != 1) {
            throw new ProblemException(
                    ProblemType.DRAFT_REFUSED, "请在 content、sheet、base、template、model 中恰好给出一项，说明草案从什么开始。");
        }
        if (body.getBase() != null) {
            return maker.newVersion(body.getBase(), body.getEffectiveFrom(), actor);
        }
        if (body.getTemplate() != null) {
            return maker.fromTemplate(
                    body.getTemplate().getValue(),
                    body.getItem() == null ? null : Views.convert(body.getItem(), Sheet.SheetItem.class),
                    body.getHook(),
                    body.getJurisdiction(),
                    body.getEffectiveFrom(),
                    actor);
        }
        DraftContent content = content(body);
        if (body.getModel() != null) {
            boolean described = body.getSheet() != null || body.getContent() != null;
            List<String> imports = body.getImports() == null ? List.of() : body.getImports();
            return maker.fromModel(content, body.getRuleSet(), body.getModel(), imports, described, actor);
        }
        String what = text(body.getWhat()).isBlank() ? "新建" : text(body.getWhat());
        return drafts.create(new NewDraft(content, null, body.getRuleSet(), null, what), actor);
    }

    private DraftContent content(NewDraftBody body) {
        if (body.getContent() != null) {
            return Views.convert(body.getContent(), DraftContent.class);
        }
        Sheet sheet = body.getSheet() != null
                ? Views.convert(body.getSheet(), Sheet.class)
                : maker.blank(body.getHook(), body.getJurisdiction(), body.getEffectiveFrom());
        return new DraftContent(sheet, null, List.of(), text(body.getCases()), null, List.of());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
