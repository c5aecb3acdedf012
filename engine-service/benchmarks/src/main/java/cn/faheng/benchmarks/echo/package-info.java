/** An endpoint that decides nothing, loaded beside the server by the wrk run only: what HTTP, sign-in and JSON cost by themselves. */
@org.jspecify.annotations.NullMarked
package cn.faheng.benchmarks.echo;
