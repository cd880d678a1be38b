using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>A page of the browser, with a memory of what went wrong on it.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    internal Tab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) =>
        {
            // A page that is left while it fades in: Chromium calls the fade aborted, and nothing is lost.
            if (!error.Contains("ViewTransition", StringComparison.Ordinal))
            {
                _faults.Add(error);
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                _faults.Add($"{response.Status} {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the console, the scripts and the answers complained of.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Waits for the page that a click leads to: a click is over when that page begins to come, not when it is there.</summary>
    /// <param name="part">What its address holds.</param>
    public Task ArrivedAsync(string part) => Page.WaitForURLAsync(url => url.Contains(part, StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
