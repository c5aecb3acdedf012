package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The result of a check was made known to the public (优化营商环境条例 第五十四条第一款).
 *
 * @param task id of the task
 * @param taskNumber its number
 * @param body code of the body
 * @param objectName whom was checked
 * @param objectCode 统一社会信用代码, or empty
 * @param items names of the items
 * @param checkedOn the day of the check
 * @param result what came out of it
 * @param publishedOn the day of publication
 */
public record ResultPublished(
        UUID task,
        String taskNumber,
        String body,
        String objectName,
        String objectCode,
        List<String> items,
        LocalDate checkedOn,
        InspectionResult result,
        LocalDate publishedOn) {

    public ResultPublished {
        items = List.copyOf(items);
    }
}
