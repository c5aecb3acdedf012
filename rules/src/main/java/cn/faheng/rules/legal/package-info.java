/** Names of the law: money in whole fen, provisions and their citations, instruments in dated versions, periods in force. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.legal;
