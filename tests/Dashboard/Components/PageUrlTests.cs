using LearningCity.Dashboard.Components;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Dashboard.Tests.Components;

public sealed class PageUrlTests
{
    private static readonly PageUrl Url = Of("/rankings", "?round=2025&of=self&lang=en&pick=110101&pick=110102&zone=");

    [Fact]
    public void Empty_parameters_are_as_if_they_were_not_there() => Url["zone"].ShouldBeNull();

    [Fact]
    public void Another_value_leaves_the_other_filters_alone() =>
        Url.With(("of", null), ("zone", "ECO")).ShouldBe("/rankings?round=2025&lang=en&pick=110101&pick=110102&zone=ECO");

    [Fact]
    public void Another_page_keeps_round_and_language_only() =>
        Url.To("/gaps", ("zone", "ECO")).ShouldBe("/gaps?round=2025&lang=en&zone=ECO");

    [Fact]
    public void A_pinned_snapshot_goes_along_to_other_pages_and_to_the_api()
    {
        var pinned = Of("/gaps", "?snapshot=S&zone=ECO");

        pinned.To("/trends").ShouldBe("/trends?snapshot=S");
        pinned.Api("results.csv", ("round", "2026"), ("district", null)).ShouldBe("/api/v1/results.csv?snapshot=S&round=2026");
    }

    [Fact]
    public void What_comes_from_outside_is_escaped_in_links() =>
        Of("/rankings", "?lang=" + Uri.EscapeDataString("\"><script>")).To("/gaps").ShouldNotContain("<");

    [Fact]
    public void A_parameter_given_twice_keeps_both_values() => Url.All("pick").ShouldBe(["110101", "110102"]);

    private static PageUrl Of(string path, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        request.QueryString = new QueryString(query);
        return PageUrl.From(request);
    }
}
