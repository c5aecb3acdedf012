package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what is wrong with a record from the site. */
@Component
final class RecordCheck {

    private static final int FEWEST = 2;

    private final Officers officers;
    private final Recusals recusals;

    RecordCheck(Officers officers, Recusals recusals) {
        this.officers = officers;
        this.recusals = recusals;
    }

    /** Throws with every field that is wrong. */
    void check(Task task, OnSiteRecord content, LocalDate today) {
        Problem.Errors errors = new Problem.Errors();
        day(task, content, today, errors);
        present(task, content, errors);
        answers(task, content, errors);
        signature(content, errors);
        result(content, errors);
        errors.throwIfAny();
    }

    private static void day(Task task, OnSiteRecord content, LocalDate today, Problem.Errors errors) {
        if (content.day().isAfter(today)) {
            errors.add("/day", ProblemType.IMPOSSIBLE_DATES, "检查日期 " + content.day() + " 在今天以后，请改正。");
        } else if (content.day().isBefore(task.order().starts())
                || content.day().isAfter(task.order().ends())) {
            errors.add(
                    "/day",
                    ProblemType.IMPOSSIBLE_DATES,
                    "检查日期 " + content.day() + " 不在任务期间 " + task.order().starts() + " 至 "
                            + task.order().ends() + " 之内，请改正。");
        }
        if (!content.from().isBefore(content.to())) {
            errors.add("/to", ProblemType.IMPOSSIBLE_DATES, "检查结束时间应当晚于开始时间。");
        }
    }

    private void present(Task task, OnSiteRecord content, Problem.Errors errors) {
        if (content.present().stream().distinct().count() < FEWEST) {
            errors.add(
                    "/present",
                    ProblemType.OUT_OF_RANGE,
                    "到场的检查人员不得少于两人（《行政处罚法》第四十二条第一款；《食品生产经营监督检查管理办法》第二十三条第一款），现有 "
                            + content.present().stream().distinct().count() + " 人。");
        }
        for (String certificate : content.present()) {
            if (task.order().officers().stream()
                    .noneMatch(sent -> sent.certificate().equals(certificate))) {
                errors.add("/present", ProblemType.OUT_OF_RANGE, "执法证号 " + certificate + " 的人员不是本任务指派的检查人员。");
                continue;
            }
            Officer officer = officers.find(certificate, content.day()).orElse(null);
            if (officer == null || !officer.certifiedOn(content.day())) {
                errors.add(
                        "/present",
                        ProblemType.OUT_OF_RANGE,
                        "执法证号 " + certificate + " 在检查日期 " + content.day() + " 不是有效证件，该人员的检查不能作数（《行政处罚法》第四十二条第一款）。");
            } else if (recusals.of(task.order().object().id()).stream()
                    .anyMatch(recusal -> recusal.inspector().equals(certificate))) {
                errors.add("/present", ProblemType.OUT_OF_RANGE, officer.name() + "对该检查对象应当回避（《行政处罚法》第四十三条第一款），请改派。");
            }
        }
        if (!content.certificatesShown()) {
            errors.add(
                    "/certificatesShown", ProblemType.MISSING_FIELD, "检查时应当主动出示执法证件（《行政处罚法》第五十五条第一款）；没有出示的，当事人有权拒绝检查。");
        }
    }

    private static void answers(Task task, OnSiteRecord content, Problem.Errors errors) {
        Map<String, Answer> given = new HashMap<>(content.answers().stream()
                .collect(Collectors.toMap(Answer::question, answer -> answer, (first, second) -> second)));
        for (Question question : task.order().questions()) {
            Answer answer = given.remove(question.id());
            if (answer == null) {
                errors.add(
                        "/q-" + question.id(),
                        ProblemType.MISSING_FIELD,
                        "请回答检查项目 " + question.id() + "：" + question.text() + "。");
            } else if (answer.value() == Answer.Value.NO && answer.note().isBlank()) {
                errors.add(
                        "/note-" + question.id(),
                        ProblemType.MISSING_FIELD,
                        "检查项目 " + question.id() + " 不符合的，请写明发现了什么。");
            }
        }
        given.keySet()
                .forEach(
                        unknown -> errors.add("/q-" + unknown, ProblemType.UNKNOWN_FIELD, "任务没有检查项目 " + unknown + "。"));
    }

    private static void signature(OnSiteRecord content, Problem.Errors errors) {
        if (content.signature() == OnSiteRecord.Signature.SIGNED
                && content.partyPresent().isBlank()) {
            errors.add("/partyPresent", ProblemType.MISSING_FIELD, "请写明签字的当事人或者现场负责人。");
        } else if (content.signature() != OnSiteRecord.Signature.SIGNED
                && content.signatureNote().isBlank()) {
            errors.add(
                    "/signatureNote", ProblemType.MISSING_FIELD, "当事人拒绝签字或者不在场的，请注明原因和见证人（《食品生产经营监督检查管理办法》第三十四条第二款）。");
        }
    }

    private static void result(OnSiteRecord content, Problem.Errors errors) {
        boolean failed = content.answers().stream().anyMatch(answer -> answer.value() == Answer.Value.NO);
        if (failed && content.result() == InspectionResult.NOTHING_FOUND) {
            errors.add("/result", ProblemType.OUT_OF_RANGE, "有检查项目不符合，检查结果不能是“未发现问题”。");
        } else if (!failed && content.findings().isBlank() && content.result() != InspectionResult.NOTHING_FOUND) {
            errors.add(
                    "/findings",
                    ProblemType.MISSING_FIELD,
                    "检查结果是“" + content.result().chinese() + "”的，请写明发现的问题。");
        }
        LocalDate by = content.rectifyBy();
        if (content.result() == InspectionResult.RECTIFY && (by == null || by.isBefore(content.day()))) {
            errors.add("/rectifyBy", ProblemType.MISSING_FIELD, "责令改正的，请填写整改时限，不早于检查日期（《食品生产经营监督检查管理办法》第三十三条第二款）。");
        }
        if (content.result() == InspectionResult.SUSPECTED_VIOLATION
                && content.findings().isBlank()) {
            errors.add("/findings", ProblemType.MISSING_FIELD, "涉嫌违法的，请写明违法事实的线索，转为案件来源时要用。");
        }
    }
}
