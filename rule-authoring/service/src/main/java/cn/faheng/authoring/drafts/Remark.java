package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.Signature;

/**
 * What somebody remarked on a row; no part of what is published.
 *
 * @param number its number, from 1
 * @param row row, fact or decision it is about
 * @param text the remark
 * @param made who and when
 */
public record Remark(int number, String row, String text, Signature made) {}
