package cn.faheng.rules.calendar;

/**
 * A notice of the General Office of the State Council that fixes days off and make-up working days.
 *
 * @param number document number, for example 国办发明电〔2025〕7号
 * @param url where the notice is published
 */
public record HolidayPaper(String number, String url) {}
