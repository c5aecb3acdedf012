package cn.faheng.server.catalogue;

import cn.faheng.contract.api.CalendarApi;
import cn.faheng.contract.model.DueDateBody;
import cn.faheng.rules.calendar.DueDate;
import cn.faheng.rules.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarController implements CalendarApi {

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @Override
    public ResponseEntity<DueDateBody> addWorkingDays(LocalDate start, Integer days) {
        Parameters.between("days", days, 1, 5000);
        return answer(calendar.addWorkingDays(Parameters.required("start", start), days));
    }

    @Override
    public ResponseEntity<DueDateBody> addDays(LocalDate start, Integer days) {
        Parameters.between("days", days, 1, 20_000);
        return answer(calendar.addDays(Parameters.required("start", start), days));
    }

    @Override
    public ResponseEntity<DueDateBody> addMonths(LocalDate start, Integer months) {
        Parameters.between("months", months, 1, 600);
        return answer(calendar.addMonths(Parameters.required("start", start), months));
    }

    private static ResponseEntity<DueDateBody> answer(DueDate due) {
        return ResponseEntity.ok(new DueDateBody()
                .date(due.date())
                .rawLastDay(due.rawLastDay())
                .moved(due.moved())
                .provisional(due.provisional())
                .reason(due.reason()));
    }
}
