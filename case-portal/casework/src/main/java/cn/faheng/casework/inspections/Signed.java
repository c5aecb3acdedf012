package cn.faheng.casework.inspections;

import java.time.OffsetDateTime;

/** Who did something, under which name, and when. */
public record Signed(String account, String name, OffsetDateTime at) {}
