using LearningCity.Dashboard.Hosting;

namespace LearningCity.Dashboard.Tests.Hosting;

public sealed class StartOptionsTests
{
    [Theory]
    [InlineData("--data", "/srv/city")]
    [InlineData("--data=/srv/city")]
    public void The_data_folder_is_the_one_that_is_named(params string[] args)
    {
        var (start, wrong) = StartOptions.Parse(args);

        wrong.ShouldBeNull();
        start.Folder.Root.ShouldBe("/srv/city");
        start.Sample.ShouldBeTrue();
    }

    [Theory]
    [InlineData("--no-sample")]
    [InlineData("--no-sample=true")]
    public void The_sample_can_be_declined(string arg) => StartOptions.Parse([arg]).Start.Sample.ShouldBeFalse();

    [Theory]
    [InlineData("--dta", "/srv/city")]
    [InlineData("/srv/city")]
    [InlineData("--data")]
    [InlineData("--data", "--no-sample")]
    [InlineData("--no-sample=perhaps")]
    public void A_word_that_is_not_understood_is_refused_with_a_sentence(params string[] args)
    {
        var wrong = StartOptions.Parse(args).Wrong.ShouldNotBeNull();

        wrong.ExitCode.ShouldBe(2);
        wrong.Zh.ShouldContain("用法");
        wrong.En.ShouldContain("Usage");
    }

    [Fact]
    public void Help_is_no_error() => StartOptions.Parse(["--help"]).Wrong.ShouldNotBeNull().ExitCode.ShouldBe(0);
}
