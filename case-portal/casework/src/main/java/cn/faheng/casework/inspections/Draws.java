package cn.faheng.casework.inspections;

import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.canonical.Sha256;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws: lists frozen and a secret committed to first, then drawn once; pressed twice or by two people it stays one draw. */
@Service
public class Draws {

    private static final String WHAT = "抽取";

    private final Store store;
    private final Plans plans;
    private final CandidateLists lists;
    private final InspectionPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    Draws(Store store, Plans plans, CandidateLists lists, InspectionPolicy policy, AuditLog audit, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.lists = lists;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Shows the lists as they stand, without freezing them. */
    @Transactional(readOnly = true)
    public DrawPreview preview(UUID plan) {
        Plan of = plans.get(plan);
        List<String> unable = lists.unable(of).values().stream().sorted().toList();
        try {
            Candidates candidates = lists.of(of);
            candidates.requireDrawable();
            return new DrawPreview(candidates, "", unable);
        } catch (cn.faheng.server.problems.ProblemException e) {
            return new DrawPreview(null, e.problem().detail(), unable);
        }
    }

    @Transactional(readOnly = true)
    public Draw get(UUID id) {
        return seen(id).draw();
    }

    /** The draws of a version of a plan, the newest first. */
    @Transactional(readOnly = true)
    public List<Draw> of(UUID plan) {
        plans.get(plan);
        return store.all(Criteria.where("plan").is(plan), DrawRow.class, Sort.by("id")).stream()
                .map(DrawRow::draw)
                .sorted(java.util.Comparator.comparing(
                                (Draw draw) -> draw.firstBy().at())
                        .reversed())
                .toList();
    }

    /** What is made known to everyone of the latest draws: hashes, commitments and values, and no names. */
    @Transactional(readOnly = true)
    public List<DrawNotice> notices() {
        return store.list(Criteria.empty(), DrawRow.class, Sort.by("id")).stream()
                .map(row -> DrawNotice.of(row.draw()))
                .sorted(java.util.Comparator.comparing(DrawNotice::committedAt).reversed())
                .toList();
    }

    /** Freezes the lists with a secret of the system; the public value of {@code announcedFor} completes the seed later. */
    @Transactional
    public Draw commit(UUID plan, String announced, OffsetDateTime announcedFor, UUID formKey) {
        String source = DrawEntries.line("announced", "将要采用的公开数值", announced);
        if (!announcedFor.isAfter(OffsetDateTime.now(clock))) {
            throw Refused.field("announcedFor", "公开数值的产生时间应当在冻结名单以后，否则结果可以事先算出。请填写今后的时间。");
        }
        return freeze(plan, SeedMethod.PUBLIC_VALUE, source, announcedFor, DrawEntries.newSecret(), formKey);
    }

    /** Freezes the lists with the secret of a first person, of which only the commitment is kept. */
    @Transactional
    public Draw commit(UUID plan, String secret, UUID formKey) {
        return freeze(plan, SeedMethod.TWO_PERSONS, "", null, DrawEntries.secret(secret), formKey);
    }

    private Draw freeze(
            UUID planId,
            SeedMethod method,
            String announced,
            @Nullable OffsetDateTime announcedFor,
            String secret,
            UUID formKey) {
        Plan plan = plans.get(planId);
        policy.requireWorks(plan.draft().body(), WHAT);
        policy.caller().require("组织抽取", "OFFICER", "HEAD");
        store.lock("inspection_plan", planId);
        List<DrawRow> all = store.all(Criteria.where("plan").is(planId), DrawRow.class, Sort.by("id"));
        Optional<DrawRow> same =
                all.stream().filter(row -> row.formKey().equals(formKey)).findFirst();
        if (same.isPresent()) {
            return same.get().draw();
        }
        if (plan.state() != PlanState.PUBLISHED) {
            throw Refused.step("计划 " + plan.name() + " 的状态是“" + Words.of(plan.state()) + "”，公布以后才能抽取。");
        }
        all.stream()
                .filter(row -> row.state() != DrawState.GIVEN_UP)
                .findFirst()
                .ifPresent(row -> {
                    throw Refused.step("计划 " + plan.name() + " 已经有一次抽取（" + Words.of(row.state()) + "），同一版计划只抽取一次。");
                });
        Candidates candidates = lists.of(plan);
        candidates.requireDrawable();
        UUID id = UUID.randomUUID();
        DrawContent content = new DrawContent(
                plan.name(),
                method,
                announced,
                announcedFor,
                DrawSeed.commitment(id.toString(), secret),
                now(),
                null,
                null,
                method == SeedMethod.PUBLIC_VALUE ? secret : null,
                null,
                null,
                null,
                null,
                null,
                "");
        DrawState state = method == SeedMethod.PUBLIC_VALUE ? DrawState.COMMITTED : DrawState.COMMITTING;
        DrawRow row = new DrawRow(
                        id,
                        0,
                        planId,
                        plan.draft().body(),
                        state,
                        formKey,
                        candidates.canonical(),
                        candidates.hash(),
                        "")
                .with(state, content);
        Draw draw = store.insert(row).draw();
        audit.write(
                "inspection-draw-committed",
                "inspection-draw",
                id.toString(),
                Map.of(
                        "plan", plan.name(),
                        "candidates", draw.candidatesHash(),
                        "commitment", draw.firstCommitment(),
                        "announced", announced));
        return draw;
    }

    /** The second person commits to a secret as well. */
    @Transactional
    public Draw commitSecond(UUID id, String secret) {
        DrawRow row = locked(id);
        DrawContent content = row.parts();
        Actor actor = policy.caller();
        actor.require("参加抽取", "OFFICER", "HEAD");
        if (row.state() != DrawState.COMMITTING) {
            throw Refused.step("这次抽取的状态是“" + Words.of(row.state()) + "”，不再接受承诺。");
        }
        if (actor.account().equals(content.firstBy().account())) {
            throw Refused.samePerson("两份秘密应当出自不同的人。请由另一人输入第二份秘密。");
        }
        String commitment = DrawSeed.commitment(id.toString(), DrawEntries.secret(secret));
        if (commitment.equals(content.firstCommitment())) {
            throw Refused.field("secret", "第二份秘密不能与第一份相同，请另外输入。");
        }
        return update(
                row.with(DrawState.COMMITTED, content.second(commitment, now())),
                "inspection-draw-second-commitment",
                Map.of("commitment", commitment));
    }

    /** Draws with the public value as it was published; pressed again with the same value it gives the same draw. */
    @Transactional
    public Draw draw(UUID id, String publicValue) {
        DrawRow row = locked(id);
        DrawContent content = row.parts();
        String value = DrawEntries.line("value", "公开数值", publicValue);
        policy.caller().require("抽取", "OFFICER", "HEAD");
        if (content.method() != SeedMethod.PUBLIC_VALUE) {
            throw Refused.step("这次抽取由两人各持一份秘密，请两人分别公开各自的秘密。");
        }
        if (row.state() == DrawState.DRAWN) {
            if (!value.equals(content.second())) {
                throw Refused.step("已经用公开数值“" + content.second() + "”抽取，结果不再改变。");
            }
            return row.draw();
        }
        requireCommitted(row);
        OffsetDateTime earliest = content.announcedFor();
        if (earliest != null && OffsetDateTime.now(clock).isBefore(earliest)) {
            throw Refused.step("公开数值“" + content.announced() + "”要到 " + earliest + " 才产生，此前不能抽取。");
        }
        return finish(row, content.knowing(content.first(), value));
    }

    /** One of the two persons reveals the secret; with the second one the draw is done. */
    @Transactional
    public Draw reveal(UUID id, String typed) {
        DrawRow row = locked(id);
        DrawContent content = row.parts();
        if (content.method() != SeedMethod.TWO_PERSONS) {
            throw Refused.step("这次抽取用公开数值，不需要公开秘密。");
        }
        if (row.state() == DrawState.DRAWN) {
            return row.draw();
        }
        requireCommitted(row);
        String secret = DrawEntries.secret(typed);
        String account = policy.caller().account();
        String commitment = DrawSeed.commitment(id.toString(), secret);
        Signed secondBy = content.secondBy();
        DrawContent known;
        if (account.equals(content.firstBy().account())) {
            known = DrawEntries.fitting(
                    commitment, content.firstCommitment(), content.knowing(secret, content.second()));
        } else if (secondBy != null && account.equals(secondBy.account())) {
            known = DrawEntries.fitting(
                    commitment, content.secondCommitment(), content.knowing(content.first(), secret));
        } else {
            throw Refused.office("只有作出承诺的两个人可以公开秘密：" + content.firstBy().name() + "、"
                    + (secondBy == null ? "" : secondBy.name()) + "。");
        }
        return known.first() != null && known.second() != null
                ? finish(row, known)
                : update(row.with(DrawState.COMMITTED, known), "inspection-draw-secret-revealed", Map.of());
    }

    /** Gives a draw up before it is drawn; the lists, commitments and the reason stay on record. */
    @Transactional
    public Draw giveUp(UUID id, String reason) {
        DrawRow row = locked(id);
        policy.caller().require("放弃抽取", "HEAD");
        if (row.state() == DrawState.DRAWN || row.state() == DrawState.GIVEN_UP) {
            throw Refused.step("这次抽取" + Words.of(row.state()) + "，不能放弃。");
        }
        DrawContent content = row.parts();
        if (content.method() == SeedMethod.TWO_PERSONS && (content.first() != null || content.second() != null)) {
            throw Refused.step("已经有一份秘密公开，此时放弃等于挑选结果。请另一人公开秘密，完成抽取。");
        }
        if (reason.isBlank()) {
            throw Refused.field("reason", "请写明放弃这次抽取的理由，理由留存备查。");
        }
        return update(
                row.with(DrawState.GIVEN_UP, content.givenUp(now(), reason.strip())),
                "inspection-draw-given-up",
                Map.of("reason", reason.strip()));
    }

    private Draw finish(DrawRow row, DrawContent known) {
        String first = java.util.Objects.requireNonNull(known.first());
        String second = java.util.Objects.requireNonNull(known.second());
        byte[] seed = DrawSeed.seed(row.id().toString(), row.candidatesHash(), first, second);
        DrawOutcome outcome = DoubleRandom.draw(Candidates.read(row.candidates()), seed);
        return update(
                row.with(DrawState.DRAWN, known.drawn(Sha256.hexOf(seed), outcome, now())),
                "inspection-draw-drawn",
                Map.of(
                        "seed",
                        Sha256.hexOf(seed),
                        "outcome",
                        outcome.hash(),
                        "objects",
                        outcome.drawn().size()));
    }

    private Draw update(DrawRow row, String action, Map<String, ?> details) {
        Draw draw = store.update(row, WHAT).draw();
        audit.write(action, "inspection-draw", row.id().toString(), details);
        return draw;
    }

    private static void requireCommitted(DrawRow row) {
        if (row.state() != DrawState.COMMITTED) {
            throw Refused.step("这次抽取的状态是“" + Words.of(row.state()) + "”，现在不能抽取。");
        }
    }

    /** The draw, which nobody else can work on until this transaction ends. */
    private DrawRow locked(UUID id) {
        store.lock("inspection_draw", id);
        DrawRow row = seen(id);
        policy.requireWorks(row.body(), WHAT);
        return row;
    }

    private DrawRow seen(UUID id) {
        DrawRow row = store.find(id, DrawRow.class).orElseThrow(() -> Refused.unknown(WHAT));
        policy.requireSees(row.body(), WHAT);
        return row;
    }

    private Signed now() {
        Actor actor = policy.caller();
        return new Signed(actor.account(), actor.name(), OffsetDateTime.now(clock));
    }
}
